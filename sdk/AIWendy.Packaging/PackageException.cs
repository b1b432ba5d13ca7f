namespace AIWendy.Packaging;

/// <summary>A package that is refused. The message is one or two plain sentences for an administrator or author.</summary>
/// <param name="code">One of <see cref="PackageErrors"/>; stable, snake_case.</param>
/// <param name="message">What is wrong and, where there is something to do, what.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class PackageException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why the package is refused, as a stable snake_case code.</summary>
    public string Code { get; } = code;
}

/// <summary>The codes with which packages are refused.</summary>
public static class PackageErrors
{
    /// <summary>The file is no package, or was changed after it was packed.</summary>
    public const string Corrupt = "package_corrupt";

    /// <summary>A name inside the package could leave its folder, or means different files on different systems.</summary>
    public const string Path = "package_path";

    /// <summary>Too many entries, too many bytes, or compressed beyond belief.</summary>
    public const string TooLarge = "package_too_large";

    /// <summary>A file is not the one that was packed, is missing, or was added.</summary>
    public const string Hash = "package_hash";

    /// <summary>The manifest is missing, there twice, or breaks a rule.</summary>
    public const string Manifest = "package_manifest";

    /// <summary>The signature can not be read or does not fit.</summary>
    public const string Signature = "package_signature";

    /// <summary>The package is another one than was asked for.</summary>
    public const string Mismatch = "package_mismatch";

    /// <summary>The package does not run on the SDK of this host.</summary>
    public const string Sdk = "package_sdk";

    /// <summary>The native libraries are for another platform.</summary>
    public const string Platform = "package_platform";

    /// <summary>The plugin uses something that the SDK or a shared assembly of this host does not have.</summary>
    public const string References = "package_references";

    /// <summary>The folder to unpack into is there already.</summary>
    public const string Exists = "package_exists";

    /// <summary>A key can not be read or may not be used.</summary>
    public const string Key = "key_invalid";

    /// <summary>A feed's index can not be read or breaks a rule.</summary>
    public const string Feed = "feed_invalid";
}
