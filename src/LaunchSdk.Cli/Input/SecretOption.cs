using System.CommandLine;
using LaunchSdk.Docker.Building;

namespace LaunchSdk.Cli.Input;

/// <summary>Options that take secrets of a build as docker writes them: <c>id=token,env=GITHUB_TOKEN</c>.</summary>
internal static class SecretOption
{
    /// <summary>Makes the option; it is repeatable.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">Its line in the help.</param>
    public static Option<BuildSecret[]?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "SECRET",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = static result =>
            {
                var secrets = new List<BuildSecret>();
                foreach (var token in result.Tokens)
                {
                    if (BuildSecret.TryParse(token.Value, out var secret, out var error))
                    {
                        secrets.Add(secret);
                    }
                    else
                    {
                        result.AddError(error.Message);
                    }
                }

                return [.. secrets];
            },
        };
}
