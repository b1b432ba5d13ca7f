namespace AIWendy.Sdk;

/// <summary>
/// The one way to call an address that a user gave. It refuses metadata and link-local addresses always, private ones
/// where the operator forbids them, pins the resolved address, and re-checks every redirect.
/// </summary>
public interface IOutboundHttp
{
    /// <summary>
    /// A client on the shared, guarded connection pool. Cheap; dispose it after use. It has no overall time limit, so
    /// that streams may last; pass a cancellation token.
    /// </summary>
    /// <remarks>A refused address throws <see cref="ProblemException"/> with code <c>address_not_allowed</c>.</remarks>
    HttpClient CreateClient();

    /// <summary>Checks the form of an address before it is stored: absolute, http or https, without user info.</summary>
    /// <exception cref="ProblemException">Code <c>address_not_allowed</c>.</exception>
    Uri Validate(string address);
}
