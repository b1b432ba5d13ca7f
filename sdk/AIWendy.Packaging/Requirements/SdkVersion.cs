using System.Reflection;
using AIWendy.Sdk;

namespace AIWendy.Packaging;

/// <summary>The version of the SDK that this library was built with.</summary>
public static class SdkVersion
{
    /// <summary>Semantic version, for example <c>1.0.0</c>.</summary>
    public static string Current { get; } =
        typeof(IPlugin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? typeof(IPlugin).Assembly.GetName().Version!.ToString(3);
}
