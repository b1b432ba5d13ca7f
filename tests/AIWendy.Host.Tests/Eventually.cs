namespace AIWendy.Host.Tests;

/// <summary>Waits for something that happens soon, on another thread.</summary>
internal static class Eventually
{
    public static async Task Async(Func<bool> condition, int seconds = 10)
    {
        for (DateTime deadline = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < deadline;)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(10);
        }

        condition().Should().BeTrue("it should have happened by now");
    }
}
