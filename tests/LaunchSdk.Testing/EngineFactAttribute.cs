using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace LaunchSdk.Testing;

/// <summary>
/// A test that needs a real Docker Engine: it carries the trait <c>Engine=real</c>, is skipped with a reason on a machine without one, and
/// fails there when CI=true.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute, ITraitAttribute
{
    public EngineFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Require(this);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => TestEngine.Traits;

    internal static void Require(FactAttribute test)
    {
        test.Skip = TestEngine.SkipReason;
        test.SkipType = typeof(TestEngine);
        test.SkipUnless = nameof(TestEngine.MustRun);
    }
}
