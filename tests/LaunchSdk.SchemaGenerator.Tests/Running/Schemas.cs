namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>Schemas to generate from.</summary>
internal static class Schemas
{
    /// <summary>A queue with one option of each arity.</summary>
    public const string SmallQueue = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "Queue",
          "definitions": {
            "options": {
              "description": "Options.",
              "type": "object",
              "x-launch-class": "DockerQueueConfig",
              "properties": {
                "memory": {
                  "description": "Limits the memory. A job that goes beyond <limit> & more is killed.",
                  "type": ["string", "number", "null"],
                  "examples": ["16g"],
                  "x-launch-short": "m", "x-launch-arity": "single", "x-launch-grammar": "byte-size",
                  "x-launch-syntax": "NUMBER[b|k|m|g]", "x-launch-default": "0", "x-launch-target": "HostConfig.Memory"
                },
                "hostname": {
                  "description": "Names the container.",
                  "type": ["string", "number", "null"],
                  "examples": ["train-1"],
                  "x-launch-arity": "single", "x-launch-grammar": "text", "x-launch-syntax": "text", "x-launch-target": "Hostname"
                },
                "group-add": {
                  "description": "Adds groups.",
                  "anyOf": [{ "type": ["string", "number", "null"] }, { "type": "array", "items": { "type": ["string", "number"] } }],
                  "examples": ["video", ["video", "render"]],
                  "x-launch-arity": "repeatable", "x-launch-grammar": "text", "x-launch-syntax": "name or number", "x-launch-target": "HostConfig.GroupAdd",
                  "x-launch-values": ["video"], "x-launch-value-descriptions": ["Cameras and GPUs."]
                },
                "network": {
                  "description": "Joins a network.",
                  "anyOf": [{ "type": ["string", "number", "null"] }, { "type": "array", "items": { "type": ["string", "number"] } }],
                  "examples": ["host"],
                  "x-launch-arity": "repeatable", "x-launch-grammar": "network-attachment", "x-launch-syntax": "name",
                  "x-launch-target": "HostConfig.NetworkMode", "x-launch-excludes": [{ "option": "rm", "example": { "network": "a", "rm": true } }], "x-launch-min-api": "1.44"
                },
                "rm": {
                  "description": "Deletes the container when it ends.",
                  "type": ["boolean", "null"], "examples": [true],
                  "x-launch-arity": "flag", "x-launch-grammar": "flag", "x-launch-syntax": "", "x-launch-target": "HostConfig.AutoRemove"
                },
                "builder": { "description": "How images are built.", "allOf": [{ "$ref": "#/definitions/builder" }] },
                "net": { "allOf": [{ "$ref": "#/definitions/options/properties/network" }], "x-launch-alias-of": "network" },
                "m": { "allOf": [{ "$ref": "#/definitions/options/properties/memory" }], "x-launch-alias-of": "memory" }
              }
            },
            "builder": {
              "title": "builder",
              "description": "How images are built.",
              "type": "object",
              "x-launch-class": "QueueBuilderConfig",
              "properties": { "base_image": { "description": "The image.", "type": "string", "x-launch-grammar": "image-reference" } }
            }
          }
        }
        """;

    /// <summary>A document with one key of each shape, in an order that no sorting gives.</summary>
    public const string SmallDocument = """
        {
          "title": "widget.yaml",
          "description": "A widget. It has every shape.",
          "type": "object",
          "x-launch-class": "Widget",
          "x-launch-exactly-one": [["name", "part"]],
          "x-launch-exclusive": [["tags", "sizes"]],
          "required": ["name"],
          "properties": {
            "zeta": { "description": "Text or number.", "type": ["string", "number"], "default": 4 },
            "name": { "description": "The name. It is short.", "type": "string", "minLength": 1, "maxLength": 64, "examples": ["w1"] },
            "max_jobs": { "description": "Jobs.", "type": "integer", "minimum": -1, "default": 1 },
            "bytes": { "description": "Bytes.", "type": "integer", "minimum": 0, "maximum": 9007199254740991 },
            "ratio": { "description": "A ratio.", "type": "number" },
            "secure": { "description": "Secure.", "type": "boolean" },
            "mode": { "description": "The mode.", "type": "string", "enum": ["linux/amd64", "OFF"], "enumDescriptions": ["64-bit x86.", "None."], "x-launch-enum": "WidgetMode" },
            "tags": { "description": "Tags.", "type": "array", "items": { "type": "string" }, "minItems": 1 },
            "sizes": { "description": "Sizes.", "type": "object", "additionalProperties": { "type": "integer" } },
            "free": { "description": "Anything.", "type": "object", "additionalProperties": true },
            "old": { "description": "Old.", "type": "string", "x-launch-replaced-by": "name" },
            "part": { "description": "A part.", "allOf": [{ "$ref": "#/definitions/part" }] },
            "parts": { "description": "Parts.", "type": "array", "items": { "$ref": "#/definitions/part" } },
            "options": { "description": "Options.", "type": "object", "x-launch-ref": "docker-queue.schema.json#/definitions/options" }
          },
          "definitions": {
            "part": {
              "description": "A part.",
              "type": "object",
              "x-launch-class": "WidgetPart",
              "properties": { "inner": { "description": "A part of the part.", "allOf": [{ "$ref": "#/definitions/part" }] } }
            }
          }
        }
        """;

    public static SchemaText Queue(string text = SmallQueue) => new("/schemas/docker-queue.schema.json", text);

    public static SchemaText Document(string text = SmallDocument) => new("/schemas/widget.schema.json", text);

    /// <summary>The repository's own.</summary>
    public static SchemaText[] Real() =>
        [.. RepositoryFiles.ReadAll("schemas", "*.schema.json").Select(file => new SchemaText(file.Path, file.Text))];
}
