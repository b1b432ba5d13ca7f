using System.Text;
using AIWendy.Packaging.Archives;

namespace AIWendy.Packaging.Tests;

/// <summary>Packages that somebody tampered with.</summary>
internal static class Forgery
{
    /// <summary>The package with these bytes as its signature.</summary>
    public static byte[] WithSignature(PluginArchive archive, byte[] signature)
    {
        byte[] content = archive.Content.ToArray();
        ZipReader reader = new(content);
        using MemoryStream target = new();
        ZipWriter writer = new(target);
        foreach (ZipEntry entry in reader.ReadEntries(PackageLimits.Default).Where(entry => entry.Name != PackageSignature.FileName))
        {
            writer.AddRaw(entry.Name, entry.Method, entry.Crc, entry.Unpacked, reader.Raw(entry));
        }

        writer.AddStored(PackageSignature.FileName, signature);
        writer.Finish();
        return target.ToArray();
    }

    public static string ReadAsText(this PluginArchive archive, string path) => Encoding.UTF8.GetString(archive.Read(path));
}
