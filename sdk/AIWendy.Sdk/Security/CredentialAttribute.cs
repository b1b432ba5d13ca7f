namespace AIWendy.Sdk;

/// <summary>
/// States on an <see cref="IRequestAuthenticator"/> where the credential that it reads stands. The host then asks it
/// only for requests that carry one, and spares every other request the question. Repeat it for each place; without
/// any, every request is asked about.
/// </summary>
/// <example>
/// <code>
/// [Credential(Header = "Authorization")]
/// [Credential(Cookie = "acme_session")]
/// internal sealed class AcmeAuthenticator : IRequestAuthenticator
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CredentialAttribute : Attribute
{
    /// <summary>Name of the request header that holds the credential, or <see langword="null"/>.</summary>
    public string? Header { get; init; }

    /// <summary>Name of the cookie that holds the credential, or <see langword="null"/>.</summary>
    public string? Cookie { get; init; }
}
