using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>Whether the assemblies that are referred to are there, and new enough.</summary>
internal static class AssemblyReferenceCheck
{
    /// <param name="universe">What is there.</param>
    /// <param name="own">An assembly of the plugin.</param>
    /// <param name="isEntry">
    /// Whether absent assemblies count. Libraries often refer to others that they only use where these are there, so they
    /// count for the entry assembly alone.
    /// </param>
    public static IEnumerable<MissingReference> Run(AssemblyUniverse universe, AssemblyMetadata own, bool isEntry)
    {
        foreach (AssemblyReferenceHandle handle in own.Reader.AssemblyReferences)
        {
            AssemblyReference reference = own.Reader.GetAssemblyReference(handle);
            string name = own.Reader.GetString(reference.Name);
            AssemblyMetadata? found = universe.Find(name);
            if (found is null && isEntry)
            {
                yield return new MissingReference(name, "the assembly is neither in the package nor shared by the host", own.FileName);
            }
            else if (found is { IsShared: true } && found.Version < reference.Version)
            {
                yield return new MissingReference(name, $"version {reference.Version} is needed, the host has {found.Version}", own.FileName);
            }
        }
    }
}
