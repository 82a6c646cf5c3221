using System.Text;
using LaunchSdk.Configuration;

namespace LaunchSdk;

/// <content>Printing for logs and test output.</content>
public sealed partial record DockerQueueConfig
{
    // What is set, in its order; values that may hold a secret as NAME=***.
    private bool PrintMembers(StringBuilder text)
    {
        var printer = new MemberPrinter(text);
        foreach (var setting in Settings)
        {
            var name = setting.Option.Member;
            if (setting.IsList)
            {
                printer.Add<string>(name, [.. setting.ShownTexts]);
            }
            else if (setting.Flag is { } flag)
            {
                printer.Add(name, flag);
            }
            else
            {
                printer.Add(name, setting.IsNull ? "null" : setting.Shown.Text);
            }
        }

        printer.Add(nameof(Builder), Builder);
        return printer.HasPrinted;
    }
}
