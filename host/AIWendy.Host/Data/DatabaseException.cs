namespace AIWendy.Host.Data;

/// <summary>The database can not be used as it is. The message is a plain sentence for the operator.</summary>
internal sealed class DatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
