using System.Globalization;
using System.Net.Sockets;
using Docker.DotNet.Models;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class NetworkEffectTests : EffectTests
{
    private string? _network;

    [EngineFact]
    public async Task Names_and_resolver_settings_are_in_the_containers_files()
    {
        var effect = await RunScriptAsync(
            """
            rm: true
            hostname: worker
            domainname: lab.example
            dns: [9.9.9.9, 1.1.1.1]
            dns-search: [a.example, b.example]
            dns-opt: "ndots:3"
            add-host: ["db:10.1.2.3", "six=[::1]"]
            """,
            "hostname; hostname -f; grep -E '^(nameserver|search|options)' /etc/resolv.conf; grep -E 'db|six' /etc/hosts | tr -s '\\t ' ' '"
        );

        Assert.Equal(
            [
                "worker",
                "worker.lab.example",
                "10.1.2.3 db",
                "::1 six",
                "nameserver 1.1.1.1",
                "nameserver 9.9.9.9",
                "options ndots:3",
                "search a.example b.example",
            ],
            effect.Lines.Take(2).Concat(effect.Lines.Skip(2).Order(StringComparer.Ordinal))
        );
    }

    [EngineFact]
    public async Task Without_a_network_there_is_only_the_loopback()
    {
        var effect = await RunScriptAsync("{ rm: true, network: none }", "ls /sys/class/net");

        Assert.Contains("lo", effect.Lines);
        Assert.DoesNotContain("eth0", effect.Lines);
    }

    [EngineFact]
    public async Task A_user_defined_network_gives_the_address_and_the_alias()
    {
        await CreateNetworkAsync();

        var effect = await RunScriptAsync(
            $"{{ rm: true, network: {_network}, network-alias: [store], ip: 10.213.77.9 }}",
            "ip -4 -o addr show eth0 | awk '{ print $4 }'; ping -c 1 -w 5 store | head -n 1"
        );
        var named = await RunScriptAsync(
            $"{{ rm: true, network: 'name={_network},alias=shop,ip=10.213.77.10' }}",
            "ip -4 -o addr show eth0 | awk '{ print $4 }'; ping -c 1 -w 5 shop | head -n 1"
        );

        Assert.Equal(["10.213.77.9/24", "PING store (10.213.77.9): 56 data bytes"], effect.Lines);
        Assert.Equal(["10.213.77.10/24", "PING shop (10.213.77.10): 56 data bytes"], named.Lines);
    }

    [EngineFact]
    public async Task A_published_port_answers_and_an_exposed_one_is_only_noted()
    {
        var output = new Containers.CapturedOutput();
        await using var container = await StartAsync(
            """
            rm: true
            publish: ["127.0.0.1::8080/tcp"]
            expose: ["7000-7001", "53/udp"]
            """,
            output,
            "sh",
            "-c",
            "echo reached >/tmp/index.html; echo serving; exec httpd -f -p 8080 -h /tmp"
        );
        await output.WaitForStdoutAsync("serving", Token);
        var ports = (await Engine.GetAsync($"containers/{container.Id}/json", Token))!["NetworkSettings"]!["Ports"]!.AsObject();
        var binding = ports["8080/tcp"]![0]!;

        var answer = await GetAsync((string)binding["HostIp"]!, int.Parse((string)binding["HostPort"]!, CultureInfo.InvariantCulture));

        Assert.EndsWith("reached\n", answer, StringComparison.Ordinal);
        Assert.Equal(["53/udp", "7000/tcp", "7001/tcp", "8080/tcp"], ports.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Null(ports["7000/tcp"]);
        await container.KillAsync("KILL", Token);
        await container.Completion;
    }

    private protected override async Task CleanUpAsync()
    {
        if (_network is not null)
        {
            await Client.Networks.DeleteNetworkAsync(_network);
        }
    }

    private async Task CreateNetworkAsync()
    {
        await Client.Networks.CreateNetworkAsync(
            new NetworksCreateParameters
            {
                Name = UniqueName,
                Driver = "bridge",
                IPAM = new IPAM { Config = [new IPAMConfig { Subnet = "10.213.77.0/24" }] },
            },
            Token
        );
        _network = UniqueName;
    }

    // The proxy of a port listens before the server behind it does, and drops what comes too early.
    private static async Task<string> GetAsync(string address, int port)
    {
        while (true)
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync(address, port, Token);
                await using var stream = connection.GetStream();
                await stream.WriteAsync("GET /index.html HTTP/1.0\r\n\r\n"u8.ToArray(), Token);
                using var reader = new StreamReader(stream);
                if (await reader.ReadToEndAsync(Token) is { Length: > 0 } answer)
                {
                    return answer;
                }
            }
            catch (Exception failure) when (failure is SocketException or IOException)
            {
                Token.ThrowIfCancellationRequested();
            }
        }
    }
}
