namespace AIWendy.Host.Licences;

/// <summary>A token, key or file that can not be used; the message is one sentence for an administrator.</summary>
internal sealed class LicenceException(string message) : Exception(message);
