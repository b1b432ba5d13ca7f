namespace AIWendy.Plugins.Journal.Imports;

/// <summary>A file on its way into the journal.</summary>
/// <param name="Name">File name without a path.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Sha256">Hash of the content.</param>
/// <param name="OpenRead">Opens the content from its start; seekable.</param>
internal sealed record IncomingFile(string Name, long Length, byte[] Sha256, Func<Stream> OpenRead);
