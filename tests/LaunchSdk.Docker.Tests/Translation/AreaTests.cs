using LaunchSdk.Docker.Translation;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Tests.Translation;

public sealed class AreaTests
{
    private static IEnumerable<DockerOption> ClientSide => DockerOptions.All.Where(option => option.ClientSideReason is not null);

    [Fact]
    public void Every_option_is_translated_or_client_side_with_a_reason()
    {
        var known = CreateRequestTranslator.Areas.SelectMany(area => area.Options).Concat(ClientSide).ToHashSet();

        Assert.Empty(DockerOptions.All.Where(option => !known.Contains(option)).Select(option => option.Name));
    }

    [Fact]
    public void No_option_is_translated_twice()
    {
        var twice = CreateRequestTranslator
            .Areas.SelectMany(area => area.Options)
            .GroupBy(option => option.Name)
            .Where(group => group.Count() > 1);

        Assert.Empty(twice.Select(group => group.Key));
    }

    [Fact]
    public void A_client_side_option_is_not_translated_but_for_the_path_of_the_cidfile()
    {
        var both = CreateRequestTranslator.Areas.SelectMany(area => area.Options).Intersect(ClientSide);

        Assert.Equal([DockerOptions.CidFile], both);
    }
}
