namespace AIWendy.Plugins.Journal;

/// <summary>Permissions of the journal.</summary>
internal static class JournalPermissions
{
    /// <summary>See the own trades and statistics.</summary>
    public const string Read = "journal.read";

    /// <summary>Import, undo, change accounts.</summary>
    public const string Write = "journal.write";
}
