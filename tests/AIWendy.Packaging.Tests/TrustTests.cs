namespace AIWendy.Packaging.Tests;

public sealed class TrustTests : IDisposable
{
    private readonly PluginFolder folder = new();
    private readonly PublisherKey key = PublisherKey.Create();

    private TrustedKey Trusted => new(key.KeyId, "Example Ltd", key.PublicKeyPem);

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_package_signed_with_a_trusted_key_is_trusted()
    {
        PluginArchive archive = await folder.PackAsync(key);
        TrustVerdict verdict = PackageTrust.Judge(await PluginArchive.OpenAsync(folder.PackageFile), [Trusted]);

        verdict.Kind.Should().Be(TrustKind.Trusted);
        verdict.Publisher.Should().Be("Example Ltd");
        verdict.KeyId.Should().Be(key.KeyId).And.MatchRegex("^[0-9a-f]{16}$");
        archive.Signature!.Publisher.Should().Be("Example");
    }

    [Fact]
    public async Task Signing_changes_no_file()
    {
        PluginArchive plain = await folder.PackAsync();
        PluginArchive signed = await plain.SignAsync(key);
        signed.Files.Should().Equal(plain.Files);
        signed.HashesJson.ToArray().Should().Equal(plain.HashesJson.ToArray());

        using PublisherKey other = PublisherKey.Create();
        (await signed.SignAsync(other)).Signature!.KeyId.Should().Be(other.KeyId);
    }

    [Fact]
    public async Task An_unsigned_package_is_unsigned() =>
        PackageTrust.Judge(await folder.PackAsync(), [Trusted]).Kind.Should().Be(TrustKind.Unsigned);

    [Fact]
    public async Task A_key_that_nobody_trusts_is_unknown_and_gives_no_name()
    {
        TrustVerdict verdict = PackageTrust.Judge(await folder.PackAsync(key), []);
        verdict.Kind.Should().Be(TrustKind.UnknownKey);
        verdict.Publisher.Should().BeNull();
    }

    [Fact]
    public async Task A_revoked_key_is_worth_nothing() =>
        PackageTrust.Judge(await folder.PackAsync(key), [Trusted with { Revoked = true }]).Kind.Should().Be(TrustKind.RevokedKey);

    [Fact]
    public async Task Another_key_under_the_same_id_does_not_pass()
    {
        using PublisherKey other = PublisherKey.Create();
        TrustedKey confused = new(key.KeyId, "Example Ltd", other.PublicKeyPem);
        PackageTrust.Judge(await folder.PackAsync(key), [confused]).Kind.Should().Be(TrustKind.BadSignature);
    }

    [Fact]
    public async Task A_signature_taken_from_another_package_does_not_pass()
    {
        PluginArchive first = await folder.PackAsync(key);
        folder.Write("web/ui.js", "alert(1)");
        PluginArchive second = await folder.PackAsync();

        byte[] forged = Forgery.WithSignature(second, first.Read("signature.json"));
        PackageTrust.Judge(await PluginArchive.OpenAsync(forged), [Trusted]).Kind.Should().Be(TrustKind.BadSignature);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"keyId":"0011223344556677","publisher":"Example","algorithm":"none","signature":""}""")]
    public async Task A_signature_that_is_none_is_refused(string json) =>
        await Forgery.WithSignature(await folder.PackAsync(), PluginFolder.Bytes(json)).ShouldBeRefusedAsync(PackageErrors.Signature);

    [Fact]
    public async Task A_signature_under_another_name_than_the_manifests_is_refused()
    {
        PluginArchive signed = await folder.PackAsync(key);
        byte[] renamed = PluginFolder.Bytes(signed.ReadAsText("signature.json").Replace("Example", "Trusted Brand", StringComparison.Ordinal));
        (await Forgery.WithSignature(signed, renamed).ShouldBeRefusedAsync(PackageErrors.Signature)).Message.Should().Contain("another publisher");
    }

    [Fact]
    public async Task A_package_that_names_no_publisher_can_not_be_signed()
    {
        folder.Write("plugin.json", PluginFolder.Manifest.Replace(",\n  \"publisher\": \"Example\"", string.Empty, StringComparison.Ordinal));
        Func<Task> sign = () => folder.PackAsync(key);
        (await sign.Should().ThrowAsync<PackageException>()).Which.Message.Should().Contain("names no publisher");
    }

    [Fact]
    public async Task A_key_is_kept_for_its_owner_alone_and_never_overwritten()
    {
        string path = System.IO.Path.Combine(folder.Root, "publisher.key");
        await key.SaveAsync(path);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using PublisherKey loaded = await PublisherKey.LoadAsync(path);
        loaded.KeyId.Should().Be(key.KeyId);
        PublicKey.IdOf(loaded.PublicKeyPem).Should().Be(key.KeyId);
        Func<Task> again = () => key.SaveAsync(path);
        (await again.Should().ThrowAsync<PackageException>()).Which.Code.Should().Be(PackageErrors.Key);
    }

    [Fact]
    public async Task A_public_key_does_not_sign_and_other_curves_are_refused()
    {
        string path = System.IO.Path.Combine(folder.Root, "key.pem");
        await File.WriteAllTextAsync(path, key.PublicKeyPem);
        await LoadShouldFailAsync(path, "no private key");

        using System.Security.Cryptography.ECDsa other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        await File.WriteAllTextAsync(path, other.ExportPkcs8PrivateKeyPem());
        await LoadShouldFailAsync(path, "another curve");
        await LoadShouldFailAsync(path + ".none", "keygen");
    }

    private static async Task LoadShouldFailAsync(string path, string message)
    {
        Func<Task> load = () => PublisherKey.LoadAsync(path);
        (await load.Should().ThrowAsync<PackageException>()).Which.Message.Should().Contain(message);
    }
}
