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

        - `yes`: let in (whatever comes of the request then). `401`: must sign in. `403`: the role or the token does not allow it.
        - Revoked: a browser whose session was ended elsewhere. Expired: an access token past its day. Narrow: the owner's
          token that carries `platform.use` alone. Guest: an installation without sign-in.
        - Other user and other tenant ask, as owners, for something that belongs to a member: `404`, the same answer as for
          something that does not exist, or `400` and `422` where the request is judged before anything is looked up. `own`: the name
          stands for something of everybody's own. `403`: only the operator of the installation may. Empty: the operation is
          about nothing that belongs to somebody else, or only ever answers with the caller's own.

        """;

    /// <summary>Holds the rows against the file in the source tree.</summary>
    /// <param name="rows">What was found.</param>
    /// <param name="operations">All operations of the description; those of plugins that were not built beside the tests are not asked.</param>
    public static void Compare(IReadOnlyList<MatrixRow> rows, IReadOnlyList<ApiOperation> operations)
    {
        string file = Path.Combine(BuiltPlugins.Repository, "tests", "AIWendy.Integration.Tests", "Security", "authorization-matrix.md");
        string actual = Text(rows);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            operations.Select(operation => operation.Name).Except(rows.Select(row => row.Operation.Name)).Should().BeEmpty("the file is written when every plugin is built");
            File.WriteAllText(file, actual);
        }

        HashSet<string> asked = [.. rows.Select(row => $"| `{row.Operation.Name}` ")];
        string[] expected = [.. Rows(File.Exists(file) ? File.ReadAllLines(file) : []).Where(line => rows.Count == operations.Count || asked.Contains(line[..(line.IndexOf("` |", 3, StringComparison.Ordinal) + 2)]))];
        string[] lines = [.. Rows(actual.Split('\n'))];
        lines.Except(expected).Should().BeEmpty("these answers are new; {0}=1 writes them down when they are meant", Update);
        expected.Except(lines).Should().BeEmpty("these answers are gone; {0}=1 writes the file anew when that is meant", Update);
    }

    private static IEnumerable<string> Rows(string[] lines) => lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    private static string Text(IReadOnlyList<MatrixRow> rows)
    {
        StringBuilder text = new(Head);
        foreach (IGrouping<string, MatrixRow> tag in rows.GroupBy(row => row.Operation.Tag).OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(tag.Key).Append("\n\n");
            string[] titles = ["Operation", "Permission", .. MatrixPeople.Titles, "Other user", "Other tenant"];
            text.Append("| ").AppendJoin(" | ", titles).Append(" |\n");
            text.Append("| ").AppendJoin(" | ", titles.Select(_ => "---")).Append(" |\n");
            foreach (MatrixRow row in tag)
            {
                text.Append("| `").Append(row.Operation.Name).Append("` | ").Append(row.Operation.Permission ?? "public").Append(" | ");
                text.AppendJoin(" | ", [.. row.Access, row.OtherUser, row.OtherTenant]).Append(" |\n");
            }
        }

        return text.ToString();
    }
}
