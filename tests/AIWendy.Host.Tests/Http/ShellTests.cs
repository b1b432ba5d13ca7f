using System.IO.Compression;
using System.Net;
using System.Text;

namespace AIWendy.Host.Tests.Http;

public sealed class ShellTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-web-").FullName;

    public ShellTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<!doctype html><title>AIWendy</title>");
        File.WriteAllText(Path.Combine(folder, "csp.json"), """{"scriptHashes":["sha256-AbC+/=","'unsafe-eval'","sha256-x; script-src *"]}""");
        string script = "console.log('" + new string('a', 1000) + "')";
        File.WriteAllText(Path.Combine(folder, "assets", "index-1.js"), script);
        using BrotliStream brotli = new(File.Create(Path.Combine(folder, "assets", "index-1.js.br")), CompressionLevel.Optimal);
        brotli.Write(Encoding.UTF8.GetBytes(script));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(folder)!, Path.GetFileName(folder) + "-secret.txt"), "outside");
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        File.Delete(folder + "-secret.txt");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/journal/trades")]
    [InlineData("/p/acme.risk/main")]
    public async Task Pages_are_the_one_page_and_always_asked_for_again(string path)
    {
        await using TestHost host = await TestHost.StartAsync(webFolder: folder);
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("Accept", "text/html"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        response.Headers.CacheControl!.NoCache.Should().BeTrue();
        string tag = response.Headers.ETag!.ToString();
        response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("If-None-Match", tag).With("Accept", "text/html"));
        response.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/assets/missing.js")]
    [InlineData("/plugins/acme/ui.js")]
    [InlineData("/openapi/v9.json")]
    [InlineData("/missing.js")]
    [InlineData("/csp.json")]
    [InlineData("/manifest.json")]
    [InlineData("/assets/index-1.js.br")]
    public async Task What_is_missing_is_never_a_page(string path)
    {
        await using TestHost host = await TestHost.StartAsync(webFolder: folder);
        await (await host.Client.GetAsync(path)).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task Fingerprinted_files_are_kept_for_ever_and_sent_compressed()
    {
        await using TestHost host = await TestHost.StartAsync(webFolder: folder);
        HttpResponseMessage plain = await host.Client.GetAsync("/assets/index-1.js");
        plain.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        plain.Headers.CacheControl!.ToString().Should().Contain("immutable");
        plain.Content.Headers.ContentEncoding.Should().BeEmpty();

        HttpResponseMessage packed = await host.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/assets/index-1.js").With("Accept-Encoding", "gzip, br"));
        packed.Content.Headers.ContentEncoding.Should().Equal("br");
        packed.Headers.Vary.Should().Contain("Accept-Encoding");
        packed.Headers.ETag!.Tag.Should().NotBe(plain.Headers.ETag!.Tag);
        using BrotliStream unpacked = new(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        (await reader.ReadToEndAsync()).Should().Be(await plain.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/..%2f{0}-secret.txt")]
    [InlineData("/assets/..%2f..%2f{0}-secret.txt")]
    [InlineData("/%2e%2e/{0}-secret.txt")]
    [InlineData("/assets/%00")]
    public async Task Nothing_outside_the_folder_is_served(string path)
    {
        await using TestHost host = await TestHost.StartAsync(webFolder: folder);
        HttpResponseMessage response = await host.Client.GetAsync(string.Format(null, path, Path.GetFileName(folder)));
        (await response.Content.ReadAsStringAsync()).Should().NotContain("outside");
        ((int)response.StatusCode).Should().BeOneOf(400, 404);
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task The_import_maps_hash_is_allowed_and_nothing_else_slips_in()
    {
        await using TestHost host = await TestHost.StartAsync(webFolder: folder);
        string policy = (await host.Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("script-src 'self' 'sha256-AbC+/=';").And.NotContain("unsafe-eval").And.NotContain("*");
    }

    [Fact]
    public async Task Without_a_built_page_one_sentence_says_so()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/").With("Accept", "text/html"));
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Contain("not built");
        host.Logs.Errors.Should().BeEmpty();
    }
}
