using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Where a connection comes from.</summary>
[JsonConverter(typeof(ConnectionSourceJson))]
internal enum ConnectionSource
{
    /// <summary>The person added it.</summary>
    User,

    /// <summary>The operator set it in the environment; it can not be changed here.</summary>
    Environment,

    /// <summary>It is part of the product.</summary>
    Builtin,
}

/// <summary>A connection that can be used, wherever it comes from.</summary>
internal sealed record ConnectionDetails(Guid Id, ConnectionSource Source, string Kind, string Name, ModelConnection Target, bool IsLocal);

/// <summary>Writes sources in camel case.</summary>
internal sealed class ConnectionSourceJson() : JsonStringEnumConverter<ConnectionSource>(JsonNamingPolicy.CamelCase);
