using System.CommandLine;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary><c>config</c>: every setting, its value and where that comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        Command command = new("config", "Show every setting, its value and where it comes from. Secrets stay hidden.");
        Option<bool> example = new("--example") { Description = "Print every setting with its default and meaning, in the form of .env.example." };
        Option<bool> cloud = new("--cloud-example") { Description = "Print every setting of the cloud pack, in the form of .env.cloud.example." };
        Option<string> reference = new("--reference") { Description = "Print the page of the documentation that lists every setting, in en or zh-CN." };
        reference.AcceptOnlyFromAmong("en", "zh-CN");
        command.Add(example);
        command.Add(cloud);
        command.Add(reference);
        command.SetAction(result => result.GetValue(reference) is { } language ? Print(settings => SettingReference.Of(settings, language))
            : result.GetValue(cloud) ? Print(EnvExample.OfCloud) : result.GetValue(example) ? Print(EnvExample.OfCore) : Run());
        return command;
    }

    private static int Print(Func<IEnumerable<SettingDefinition>, string> write)
    {
        Console.Write(write(HostConfiguration.Load().Effective.Select(setting => setting.Definition)));
        return 0;
    }

    private static int Run()
    {
        HostConfiguration configuration = HostConfiguration.Load();
        Console.WriteLine(Table.Of(
        [
            ["SETTING", "FROM", "VALUE"],
            .. configuration.Effective.Select(setting => new[] { setting.Definition.Key, Name(setting.Origin), Shown(setting, configuration.Settings) }),
        ]));
        foreach (string warning in configuration.Warnings)
        {
            Console.Error.WriteLine("Warning: " + warning);
        }

        return 0;
    }

    // A default that depends on the machine is shown as what it came to.
    private static string Shown(EffectiveSetting setting, HostSettings settings)
    {
        if (setting.Origin != SettingOrigin.Default || setting.Value.Length > 0)
        {
            return setting.Value;
        }

        string key = setting.Definition.Key;
        return key == HostSettingCatalogue.DataFolder.Key ? settings.DataFolder
            : key == HostSettingCatalogue.Bind.Key ? settings.Bind
            : key == HostSettingCatalogue.AuthenticationRequired.Key ? (settings.AuthenticationRequired ? "1" : "0")
            : key == HostSettingCatalogue.AllowPrivateEndpoints.Key ? (settings.AllowPrivateEndpoints ? "1" : "0")
            : key == HostSettingCatalogue.PluginsFolder.Key ? settings.PluginsFolder
            : key == HostSettingCatalogue.WebFolder.Key ? settings.WebFolder
            : key == HostSettingCatalogue.LogFolder.Key ? settings.LogFolder
            : "-";
    }

    private static string Name(SettingOrigin origin) => origin switch
    {
        SettingOrigin.Environment => "environment",
        SettingOrigin.DotEnv => ".env",
        _ => "default",
    };
}
