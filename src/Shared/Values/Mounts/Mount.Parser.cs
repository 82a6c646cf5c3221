using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <content>Docker's CSV notation.</content>
public sealed partial class Mount
{
    /// <summary>Reads a text into a mount, which has no value yet.</summary>
    private sealed class Parser(string text, Mount mount)
    {
        private const string Kind = "a mount (key=value with commas between them, such as type=bind,source=/data,target=/data)";
        private const string RecursiveRule = "enabled, disabled, writable or readonly";

        private static readonly string[] Keys =
        [
            "type",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "readonly",
            "ro",
            "consistency",
            "bind-propagation",
            "bind-recursive",
            "bind-create-src",
            "volume-subpath",
            "volume-nocopy",
            "volume-label",
            "volume-driver",
            "volume-opt",
            "image-subpath",
            "tmpfs-size",
            "tmpfs-mode",
        ];

        // The keys that stand alone, for true.
        private static readonly string[] Words = ["readonly", "volume-nocopy", "bind-create-src"];

        private static readonly MountBindOptions NoBind = new("", false, false, false, false);
        private static readonly MountTmpfsOptions NoTmpfs = new(0, 0);

        private Dictionary<string, string>? _labels;
        private Dictionary<string, string>? _driverOptions;

        private MountVolumeOptions VolumeOrNew
        {
            get
            {
                _labels ??= new Dictionary<string, string>(StringComparer.Ordinal);
                _driverOptions ??= new Dictionary<string, string>(StringComparer.Ordinal);
                return mount.VolumeOptions ?? new MountVolumeOptions(false, "", _labels, "", _driverOptions);
            }
        }

        /// <summary>Reads the text; null when it is a mount.</summary>
        public GrammarError? Read()
        {
            if (!CsvRecord.TryRead(text, Kind, out var fields, out var error))
            {
                return error;
            }

            foreach (var field in fields)
            {
                error = ReadField(field);
                if (error is not null)
                {
                    return error;
                }
            }

            return CheckWhole();
        }

        private GrammarError? ReadField(CsvField field)
        {
            var sign = field.Text.IndexOf('=');
            var keyEnd = sign < 0 ? field.Text.Length : sign;
            var key = field.Text.Substring(0, keyEnd);
            if (CheckBlanks(field, 0, key) is { } blank)
            {
                return blank;
            }

            var lower = GoCase.ToLower(key);
            var value = sign < 0 ? null : field.Text.Substring(sign + 1);
            if (value is not null && CheckValue(field, sign, value) is { } fault)
            {
                return fault;
            }

            if (lower == "bind-nonrecursive")
            {
                return RefuseNonRecursive(field, value);
            }

            return value is null ? ReadWord(field) : ReadPair(field, lower, value, sign);
        }

        private GrammarError? CheckValue(CsvField field, int sign, string value)
        {
            if (GoText.TrimSpace(value).Length == 0)
            {
                var key = field.Text.Substring(0, sign);
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{key}' has no value; write one after the equals sign, or leave the key out",
                    field.Part(sign, field.Text.Length)
                );
            }

            return CheckBlanks(field, sign + 1, value);
        }

        private GrammarError? CheckBlanks(CsvField field, int start, string part)
        {
            var tidy = GoText.TrimSpace(part);
            return tidy.Length == part.Length
                ? null
                : new GrammarError(
                    $"'{text}' is not {Kind}: docker takes no blanks around a key or a value; write '{tidy}' in place of '{part}'",
                    field.Part(start, start + part.Length),
                    field.Replaced(text, start, start + part.Length, tidy)
                );
        }

        // Docker took it until version 28, with a warning.
        private GrammarError RefuseNonRecursive(CsvField field, string? value)
        {
            var isFalse = value is not null && GoBool.TryParse(value, out var isSet) && !isSet;
            var meant = isFalse ? "bind-recursive=enabled" : "bind-recursive=disabled";
            return new GrammarError(
                $"'{text}' is not {Kind}: docker 29 takes no bind-nonrecursive any more; write {meant}",
                field.Range,
                field.Replaced(text, 0, field.Text.Length, meant)
            );
        }

        private GrammarError? ReadWord(CsvField field)
        {
            switch (GoCase.ToLower(field.Text))
            {
                case "readonly" or "ro":
                    mount.IsReadOnly = true;
                    return null;
                case "volume-nocopy":
                    mount.VolumeOptions = VolumeOrNew with { NoCopy = true };
                    return null;
                case "bind-create-src":
                    mount.BindOptions = (mount.BindOptions ?? NoBind) with { CreateMountpoint = true };
                    return null;
                default:
                    var meant = NearestName.FindOne(field.Text, Words);
                    var wayOut = field.Text.Length == 0 ? "nothing between commas" : "a key before it";
                    return new GrammarError(
                        $"'{text}' is not {Kind}: '{field.Text}' is not key=value; write {meant ?? wayOut}",
                        field.Range,
                        meant is null ? null : field.Replaced(text, 0, field.Text.Length, meant)
                    );
            }
        }

        private GrammarError? ReadPair(CsvField field, string key, string value, int sign)
        {
            switch (key)
            {
                case "type":
                    mount.Type = GoCase.ToLower(value);
                    return null;
                case "source" or "src":
                    mount.Source = value;
                    return null;
                case "target" or "dst" or "destination":
                    mount.Target = value;
                    return null;
                case "readonly" or "ro":
                    return ReadBool(field, sign, value, isSet => mount.IsReadOnly = isSet);
                case "consistency":
                    mount.Consistency = GoCase.ToLower(value);
                    return null;
                case "bind-propagation":
                    mount.BindOptions = (mount.BindOptions ?? NoBind) with { Propagation = GoCase.ToLower(value) };
                    return null;
                case "bind-create-src":
                    return ReadBool(
                        field,
                        sign,
                        value,
                        isSet => mount.BindOptions = (mount.BindOptions ?? NoBind) with { CreateMountpoint = isSet }
                    );
                case "bind-recursive":
                    return ReadRecursive(field, sign, value);
                case "image-subpath":
                    mount.ImageOptions = new MountImageOptions(value);
                    return null;
                case "tmpfs-size":
                    return ReadSize(field, sign, value);
                case "tmpfs-mode":
                    return ReadMode(field, sign, value);
                default:
                    return ReadVolumePair(field, key, value, sign);
            }
        }

        private GrammarError? ReadVolumePair(CsvField field, string key, string value, int sign)
        {
            switch (key)
            {
                case "volume-subpath":
                    mount.VolumeOptions = VolumeOrNew with { Subpath = value };
                    return null;
                case "volume-nocopy":
                    return ReadBool(field, sign, value, isSet => mount.VolumeOptions = VolumeOrNew with { NoCopy = isSet });
                case "volume-driver":
                    mount.VolumeOptions = VolumeOrNew with { Driver = value };
                    return null;
                case "volume-label":
                    mount.VolumeOptions = VolumeOrNew;
                    Add(_labels, value);
                    return null;
                case "volume-opt":
                    mount.VolumeOptions = VolumeOrNew;
                    Add(_driverOptions, value);
                    return null;
                default:
                    var meant = NearestName.FindOne(key, Keys);
                    return new GrammarError(
                        $"'{text}' is not {Kind}: '{key}' is not one of its keys; {(meant is null ? "leave it out" : "write " + meant)}",
                        field.Part(0, sign),
                        meant is null ? null : field.Replaced(text, 0, sign, meant)
                    );
            }
        }

        private static void Add(Dictionary<string, string>? pairs, string value)
        {
            var sign = value.IndexOf('=');
            if (sign != 0 && value.Length > 0)
            {
                pairs![sign < 0 ? value : value.Substring(0, sign)] = sign < 0 ? "" : value.Substring(sign + 1);
            }
        }

        private GrammarError? ReadBool(CsvField field, int sign, string value, Action<bool> set)
        {
            if (value is "true" or "1" or "false" or "0")
            {
                set(value is "true" or "1");
                return null;
            }

            return Refuse(
                field,
                sign,
                $"'{value}' is not a boolean of a mount (true, 1, false or 0)",
                "true or false",
                GoBool.Guess(value)
            );
        }

        private GrammarError? ReadRecursive(CsvField field, int sign, string value)
        {
            switch (value)
            {
                case "enabled":
                    return null;
                case "disabled":
                    mount.BindOptions = (mount.BindOptions ?? NoBind) with { NonRecursive = true };
                    return null;
                case "writable":
                    mount.BindOptions = (mount.BindOptions ?? NoBind) with { ReadOnlyNonRecursive = true };
                    return null;
                case "readonly":
                    mount.BindOptions = (mount.BindOptions ?? NoBind) with { ReadOnlyForceRecursive = true };
                    return null;
                default:
                    return Refuse(
                        field,
                        sign,
                        $"'{value}' is no way to bind mounts below",
                        RecursiveRule,
                        NearestName.FindOne(value, ["enabled", "disabled", "writable", "readonly"])
                    );
            }
        }

        private GrammarError? ReadSize(CsvField field, int sign, string value)
        {
            if (ByteSize.TryParse(value, out var size, out var fault))
            {
                mount.TmpfsOptions = (mount.TmpfsOptions ?? NoTmpfs) with { SizeBytes = size.Bytes };
                return null;
            }

            return Refuse(field, sign, $"'{value}' is not a size", "a number and b, k, m, g, t or p", fault.Suggestion);
        }

        private GrammarError? ReadMode(CsvField field, int sign, string value)
        {
            if (GoInteger.TryParseUnsigned(value, 0, value.Length, 8, out var mode, out _) && mode <= uint.MaxValue)
            {
                mount.TmpfsOptions = (mount.TmpfsOptions ?? NoTmpfs) with { Mode = (uint)mode };
                return null;
            }

            var digits = value.StartsWith("0o", StringComparison.OrdinalIgnoreCase) ? value.Substring(2) : "";
            return Refuse(
                field,
                sign,
                $"'{value}' is not a mode",
                "octal digits such as 1777",
                GoInteger.TryParseUnsigned(digits, 0, digits.Length, 8, out _, out _) ? digits : null
            );
        }

        private GrammarError Refuse(CsvField field, int sign, string fault, string rule, string? meant) =>
            new(
                $"'{text}' is not {Kind}: {fault}; write {meant ?? rule} for {field.Text.Substring(0, sign)}",
                field.Part(sign + 1, field.Text.Length),
                meant is null ? null : field.Replaced(text, sign + 1, field.Text.Length, meant)
            );

        private GrammarError? CheckWhole()
        {
            return CheckType(mount.VolumeOptions is not null, "volume")
                ?? CheckType(mount.ImageOptions is not null, "image")
                ?? CheckType(mount.BindOptions is not null, "bind")
                ?? CheckType(mount.TmpfsOptions is not null, "tmpfs")
                ?? CheckRecursive();
        }

        private GrammarError? CheckType(bool isGiven, string type) =>
            isGiven && mount.Type != type
                ? GrammarError.Whole(
                    text,
                    $"'{text}' is not {Kind}: keys that start with {type}- do not go with type {mount.Type}; write "
                        + $"type={type}, or leave them out"
                )
                : null;

        private GrammarError? CheckRecursive()
        {
            if (mount.BindOptions is null || (!mount.BindOptions.ReadOnlyNonRecursive && !mount.BindOptions.ReadOnlyForceRecursive))
            {
                return null;
            }

            var missing = mount.IsReadOnly ? "" : ",readonly";
            if (mount.BindOptions.ReadOnlyForceRecursive && mount.BindOptions.Propagation != "rprivate")
            {
                missing += ",bind-propagation=rprivate";
            }

            var recursive = mount.BindOptions.ReadOnlyForceRecursive ? "readonly" : "writable";
            return missing.Length == 0
                ? null
                : GrammarError.Whole(
                    text,
                    $"'{text}' is not {Kind}: bind-recursive={recursive} does not stand alone; add {missing.Substring(1)}",
                    text + missing
                );
        }
    }
}
