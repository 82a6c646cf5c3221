using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace LaunchSdk.Testing;

/// <summary>
/// A theory whose cases need a real Docker Engine: they carry the trait <c>Engine=real</c>, are skipped with a reason on a machine without
/// one, and fail there when CI=true.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    public EngineTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => EngineFactAttribute.Require(this);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => TestEngine.Traits;
}
