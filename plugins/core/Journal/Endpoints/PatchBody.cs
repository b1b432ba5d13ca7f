using System.Runtime.CompilerServices;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>
/// Base of bodies that change some fields of a thing: a field that is absent stays, one that is <c>null</c> is cleared.
/// Properties note that they were set, which deserialisation does for the fields of the body alone.
/// </summary>
internal abstract class PatchBody
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Whether the body held the field.</summary>
    public bool Has(string property) => _given.Contains(property);

    /// <summary>Notes that a property was set.</summary>
    protected T Given<T>(T value, [CallerMemberName] string property = "")
    {
        _given.Add(property);
        return value;
    }
}
