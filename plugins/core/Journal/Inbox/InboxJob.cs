using System.Security.Cryptography;
using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AIWendy.Plugins.Journal.Inbox;

/// <summary>
/// Imports what was put into the folder, file by file, and says beside each what came of it. Should the host stop
/// between the import and the moving of a file, the file is read again and holds nothing new.
/// </summary>
internal sealed partial class InboxJob(InboxFolder folder, IDeployment deployment, IServiceProvider services, TimeProvider time, ILogger<InboxJob> log) : IPluginJob
{
    // A file that nobody has written to for this long is whole.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    public async Task ExecuteAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (!InboxFolder.IsFor(deployment))
        {
            LogNobody(InboxFolder.Setting);
            return;
        }

        IReadOnlyList<FileInfo> waiting = folder.Waiting(time.GetUtcNow() - Settled);
        if (waiting.Count == 0)
        {
            return;
        }

        await using ServiceProvider person = InboxServices.ForLocalPerson(services);
        foreach (FileInfo file in waiting)
        {
            await using AsyncServiceScope scope = person.CreateAsyncScope();
            ImportSet result = await ImportAsync(file, scope.ServiceProvider, cancellationToken);
            bool isDone = result.Items.Count > 0;
            InboxFolder.Finish(file, isDone ? folder.Done : folder.Refused, JsonSerializer.SerializeToUtf8Bytes(result, ImportJsonContext.Default.ImportSet), time.GetUtcNow());
            LogFinished(Path.GetFileName(file.FullName), isDone ? "imported" : "refused");
        }
    }

    private static async Task<ImportSet> ImportAsync(FileInfo file, IServiceProvider scope, CancellationToken cancellationToken)
    {
        ImportService imports = scope.GetRequiredService<ImportService>();
        ImportBodies bodies = scope.GetRequiredService<ImportBodies>();
        string language = scope.GetRequiredService<ICurrentUser>().Language;
        List<ImportBody> items = [];
        List<ImportFailure> failures = [];
        List<TemporaryFile> unpacked = [];
        try
        {
            foreach (IncomingFile incoming in await OpenAsync(file, unpacked, cancellationToken))
            {
                try
                {
                    BatchRow batch = await imports.CreateAsync(incoming, new ImportRequest(null, null, null, Commit: true), cancellationToken);
                    items.Add(await bodies.OfAsync(batch, withRows: true, cancellationToken));
                }
                catch (Exception exception) when (Failure(incoming.Name, exception, language) is { } failure)
                {
                    failures.Add(failure);
                }
            }
        }
        catch (Exception exception) when (Failure(file.Name, exception, language) is { } failure)
        {
            failures.Add(failure);
        }
        finally
        {
            foreach (TemporaryFile part in unpacked)
            {
                await part.DisposeAsync();
            }
        }

        return new ImportSet(items, failures);
    }

    private static async Task<IEnumerable<IncomingFile>> OpenAsync(FileInfo file, List<TemporaryFile> unpacked, CancellationToken cancellationToken)
    {
        if (file.Length > Upload.MaxBytes)
        {
            throw Upload.TooLarge();
        }

        await using FileStream content = file.OpenRead();
        IncomingFile whole = new(Upload.PlainName(file.Name), file.Length, await SHA256.HashDataAsync(content, cancellationToken), file.OpenRead);
        if (!UploadArchive.IsArchive(whole))
        {
            return [whole];
        }

        unpacked.AddRange(await UploadArchive.UnpackAsync(whole, Upload.MaxFiles, cancellationToken));
        return unpacked.Select(part => part.File);
    }

    // Trouble with the database or the disk is no fault of the file: it stays for the next time.
    private static ImportFailure? Failure(string name, Exception exception, string language) => exception switch
    {
        ProblemException { Status: < 500 } problem => new ImportFailure(name, problem.Code, problem.Localized?.For(language) ?? problem.Message),
        OperationCanceledException or NpgsqlException or IOException or ProblemException => null,
        _ => new ImportFailure(name, "import_failed", new Text("The file can not be read.", "无法读取该文件。").For(language)),
    };

    [LoggerMessage(1, LogLevel.Warning, "{Setting} is set, but files belong to nobody where people sign in. Import them with a token instead.")]
    private partial void LogNobody(string setting);

    [LoggerMessage(2, LogLevel.Information, "{File} of the journal's folder was {Outcome}.")]
    private partial void LogFinished(string file, string outcome);
}
