namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A mistake in a schema and where it is; plain data, so that it can pass between steps.</summary>
/// <param name="Id">Id of the diagnostic.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Column, from 0.</param>
internal sealed record SchemaProblem(string Id, string Message, string Path, int Line, int Column);
