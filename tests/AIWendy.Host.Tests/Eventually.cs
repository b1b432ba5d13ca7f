namespace AIWendy.Host.Tests;

/// <summary>Waits for something that happens soon, on another thread.</summary>
internal static class Eventually
{
    public static Task Async(Func<bool> condition, int seconds = 10) => Async(() => Task.FromResult(condition()), seconds);

    public static async Task Async(Func<Task<bool>> condition, int seconds = 10)
    {
        for (DateTime deadline = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < deadline;)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(10);
        }

        (await condition()).Should().BeTrue("it should have happened by now");
    }
}
