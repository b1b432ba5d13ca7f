using System.CommandLine;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary><c>keygen</c>: a new key to sign with. The private part is written, never printed.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "File for the private key; the public one goes beside it, with .pub added." };
        Option<bool> json = Report.JsonOption();
        Command command = new("keygen", "Make a key to sign packages with (ECDSA P-256, PEM). Only you can read the private file.") { file, json };
        Report.SetAction(command, json, (parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
        return command;
    }

    private static async Task<Report> RunAsync(string file, CancellationToken cancellationToken)
    {
        string publicFile = file + ".pub";
        if (File.Exists(publicFile))
        {
            throw new PackageException(PackageErrors.Key, $"{publicFile} is there already. A key is never overwritten; name another file.");
        }

        using PublisherKey key = PublisherKey.Create();
        await key.SaveAsync(file, cancellationToken);
        await File.WriteAllTextAsync(publicFile, key.PublicKeyPem, cancellationToken);
        return new Report(
            0,
            [
                $"Key id       {key.KeyId}",
                $"Private key  {file}  (keep it secret and keep a copy: nobody can make it again)",
                $"Public key   {publicFile}  (give it to whoever shall trust your packages)",
            ],
            new JsonObject { ["keyId"] = key.KeyId, ["privateKey"] = file, ["publicKey"] = publicFile });
    }
}
