using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Journal.Tests.Serving;
using AIWendy.Plugins.Journal.Screenshots;

namespace AIWendy.Journal.Tests.Overlay;

/// <summary>Pictures of trades: taken by their bytes, served as what they are.</summary>
[Collection(JournalCollection.Name)]
public sealed class ScreenshotServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task A_picture_comes_back_as_it_was_with_a_fixed_type()
    {
        using Trader trader = await shared.NewTraderAsync();
        string trade = await NewTradeAsync(trader);
        byte[] picture = Png(1440, 900);

        Answer added = await UploadAsync(trader, trade, picture, "chart.svg");

        added.Status.Should().Be(HttpStatusCode.OK, added.Text);
        (added["contentType"].GetValue<string>(), added["width"].GetValue<int>(), added["height"].GetValue<int>()).Should().Be(("image/png", 1440, 900));
        using HttpResponseMessage served = await trader.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/journal/screenshots/{added["id"]}"));
        (await served.Content.ReadAsByteArrayAsync()).Should().Equal(picture);
        served.Content.Headers.ContentType!.ToString().Should().Be("image/png");
        served.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Fact]
    public async Task Words_and_drawings_are_kept_and_what_cannot_be_drawn_is_refused()
    {
        using Trader trader = await shared.NewTraderAsync();
        string trade = await NewTradeAsync(trader);
        Answer added = await UploadAsync(trader, trade, Png(10, 10));
        string path = $"/api/journal/screenshots/{added["id"]}";

        Answer changed = await trader.Browser.PatchAsync(path, new
        {
            caption = "Entry",
            shapes = new[] { new { type = "arrow", tone = "accent", points = new[] { new { x = 0.1, y = 0.2 }, new { x = 0.5, y = 0.5 } }, text = (string?)null } },
        });

        changed.Status.Should().Be(HttpStatusCode.OK, changed.Text);
        JsonNode kept = (await trader.ReadAsync($"trades/{trade}"))["screenshots"]![0]!;
        kept["caption"]!.GetValue<string>().Should().Be("Entry");
        kept["shapes"]![0]!["points"]![1]!["x"]!.GetValue<decimal>().Should().Be(0.5m);
        Answer outside = await trader.Browser.PatchAsync(path, new { shapes = new[] { new { type = "box", tone = "gain", points = new[] { new { x = 0, y = 0 }, new { x = 2, y = 1 } } } } });
        outside.Code.Should().Be("validation_failed");
        (await trader.Browser.DeleteAsync(path)).Status.Should().Be(HttpStatusCode.NoContent);
        (await trader.ReadAsync($"trades/{trade}"))["screenshots"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_is_no_picture_is_refused_whatever_its_name()
    {
        using Trader trader = await shared.NewTraderAsync();
        string trade = await NewTradeAsync(trader);

        (await UploadAsync(trader, trade, Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "a.png")).Code.Should().Be("image_not_supported");
        (await UploadAsync(trader, trade, "GIF89a..............................."u8.ToArray())).Code.Should().Be("image_not_supported");
        (await UploadAsync(trader, trade, [])).Code.Should().Be("image_not_supported");
        (await UploadAsync(trader, trade, [.. Png(5, 5), .. new byte[UploadedImage.MaxBytes]])).Code.Should().Be("file_too_large");
        (await UploadAsync(trader, Guid.NewGuid().ToString(), Png(5, 5))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Headers_of_each_kind_are_read()
    {
        ImageHeader.Read(Png(640, 480)).Should().Be(new ImageHeader("image/png", 640, 480));
        ImageHeader.Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3, 0, 0, 0]).Should().Be(new ImageHeader("image/jpeg", 0x0304, 0x0102));
        byte[] extended = [.. "RIFF\0\0\0\0WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0];
        ImageHeader.Read(extended).Should().Be(new ImageHeader("image/webp", 320, 240));
        ImageHeader.Read(Png(0, 480)).Should().BeNull();
        ImageHeader.Read(Png(100_000, 480)).Should().BeNull();
        ImageHeader.Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Should().BeNull();
    }

    internal static Task<Answer> UploadAsync(Trader trader, string trade, byte[] content, string name = "chart.png") =>
        trader.Browser.UploadAsync($"/api/journal/trades/{trade}/screenshots", content, name);

    /// <summary>The beginning of a PNG; nothing here decodes the rest.</summary>
    internal static byte[] Png(int width, int height)
    {
        byte[] picture = new byte[64];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(picture);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), height);
        return picture;
    }

    private static async Task<string> NewTradeAsync(Trader trader)
    {
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        return await AnnotationServingTests.TradeAsync(trader, "AAPL");
    }
}
