using System.CommandLine;
using AIWendy.Packaging;
using AIWendy.Packaging.Commands;

namespace AIWendy.Host.Commands;

/// <summary>The author's commands for packages and feeds, so that one program does for an installation and for authors.</summary>
internal static class PackageCommands
{
    /// <summary>Adds <c>pack</c>, <c>sign</c>, <c>verify</c>, <c>inspect</c> and <c>keygen</c>.</summary>
    public static Command AddTo(Command plugin)
    {
        foreach (Command command in PackagingCommands.Package(HostAssemblies.OfProcess))
        {
            plugin.Add(command);
        }

        return plugin;
    }

    /// <summary><c>feed build</c>.</summary>
    public static Command Feed() => PackagingCommands.Feed();
}
