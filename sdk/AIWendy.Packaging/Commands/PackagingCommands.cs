using System.CommandLine;

namespace AIWendy.Packaging.Commands;

/// <summary>The commands that make and check packages; the author's tool and the host offer the same ones.</summary>
public static class PackagingCommands
{
    /// <summary>Exit code of a command line that is wrong, or of a file that can not be read or written.</summary>
    public const int WrongUsage = 2;

    /// <summary>Exit code when what was looked at is refused.</summary>
    public const int Refused = 1;

    /// <summary><c>pack</c>, <c>sign</c>, <c>verify</c>, <c>inspect</c>, <c>keygen</c> and <c>manifest-reference</c>.</summary>
    /// <param name="host">What the host shares that offers these commands, or <see langword="null"/> when it is the author's tool.</param>
    public static IReadOnlyList<Command> Package(Func<HostAssemblies>? host = null) =>
    [
        PackCommand.Create(),
        SignCommand.Create(),
        VerifyCommand.Create(host),
        InspectCommand.Create(),
        KeyCommand.Create(),
        ManifestReferenceCommand.Create(),
    ];

    /// <summary><c>feed build</c>.</summary>
    public static Command Feed() => FeedCommand.Create();

    /// <summary>Runs the author's tool.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Gets what was asked for.</param>
    /// <param name="error">Gets what went wrong.</param>
    /// <returns>0, <see cref="Refused"/> or <see cref="WrongUsage"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        RootCommand root = new("Makes, signs and checks AIWendy plugin packages. Exit codes: 0 done, 1 refused, 2 wrong usage or a file that can not be read.");
        foreach (Command command in Package())
        {
            root.Add(command);
        }

        root.Add(ManifestCommand.Create());
        root.Add(Feed());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Add --help to see what the command takes.");
            return WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
