using System.Text;
using AIWendy.Integration.Tests.Security.Api;

namespace AIWendy.Integration.Tests.Security;

/// <summary>The matrix as people read it.</summary>
internal static class MatrixFile
{
    /// <summary>Set to write the file instead of comparing with it.</summary>
    private const string Update = "AIWENDY_UPDATE_MATRIX";

    private const string Head = """
        # Who may call what

        Generated from the API's description by a test that asks every operation as everybody; the test fails when an answer
        differs from this file. `AIWENDY_UPDATE_MATRIX=1 ./aiwendy test AuthorizationMatrix` writes it anew.

        - `yes`: let in (whatever comes of the request then). `401`: must sign in. `403`: the role does not allow it.
        - Revoked: a browser whose session was ended elsewhere. Guest: an installation without sign-in.
        - Other user and other tenant ask, as owners, for something that belongs to a member: `404`, the same answer as for
          something that does not exist, or `400` where the request is judged before anything is looked up. Empty: the
          operation is about nothing that belongs to one person, or only ever answers with the caller's own.

        """;

    /// <summary>Holds the rows against the file in the source tree.</summary>
    public static void Compare(IReadOnlyList<MatrixRow> rows)
    {
        string file = Path.Combine(BuiltPlugins.Repository, "tests", "AIWendy.Integration.Tests", "Security", "authorization-matrix.md");
        string actual = Text(rows);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, actual);
        }

        string[] expected = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] lines = actual.TrimEnd('\n').Split('\n');
        lines.Except(expected).Should().BeEmpty("these answers are new; {0}=1 writes them down when they are meant", Update);
        expected.Except(lines).Should().BeEmpty("these answers are gone; {0}=1 writes the file anew when that is meant", Update);
    }

    private static string Text(IReadOnlyList<MatrixRow> rows)
    {
        StringBuilder text = new(Head);
        foreach (IGrouping<string, MatrixRow> tag in rows.GroupBy(row => row.Operation.Tag).OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(tag.Key).Append("\n\n");
            text.Append("| Operation | Permission | Anonymous | Revoked | Guest | Viewer | Member | Admin | Other user | Other tenant |\n");
            text.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (MatrixRow row in tag)
            {
                text.Append("| `").Append(row.Operation.Name).Append("` | ").Append(row.Operation.Permission ?? "public").Append(" | ");
                text.AppendJoin(" | ", [.. row.Access, row.OtherUser, row.OtherTenant]).Append(" |\n");
            }
        }

        return text.ToString();
    }
}
