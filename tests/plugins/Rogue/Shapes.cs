using System.Reflection;

namespace AIWendy.Plugins.Rogue;

/// <summary>Many ways in which an exception can come out of a plugin.</summary>
internal static class Shapes
{
    public static async Task<string> ThrowAsync(string shape, HttpContext context)
    {
        switch (shape)
        {
            case "plain":
                throw new InvalidOperationException("Plain.");
            case "own-type":
                throw new RogueException("Own.");
            case "null-reference":
                return ((string?)null)!.Trim();
            case "misleading":
                throw new InvalidOperationException("Plugin test.sample failed in AIWendy.Plugins.Sample.SampleEndpoints.");
            case "after-await":
                await Task.Yield();
                throw new InvalidOperationException("After an await.");
            case "nested-async":
                await DeeperAsync(5);
                break;
            case "aggregate":
                Task.WaitAll(Task.Run(() => throw new InvalidOperationException("One.")), Task.Run(() => throw new InvalidOperationException("Two.")));
                break;
            case "task-wait":
                Task.Run(() => throw new InvalidOperationException("Waited for.")).Wait();
                break;
            case "task-from-exception":
                await Task.FromException(new InvalidOperationException("Never thrown."));
                break;
            case "bare-task":
                await new TaskCompletionSourceUser().Failing();
                break;
            case "type-initializer":
                return Broken.Value;
            case "type-load":
                Type.GetType("AIWendy.Plugins.Rogue.NoSuchType, AIWendy.Plugins.Rogue", throwOnError: true);
                break;
            case "missing-method":
                typeof(Shapes).InvokeMember("NoSuchMethod", BindingFlags.InvokeMethod | BindingFlags.Static | BindingFlags.NonPublic, null, null, null);
                break;
            case "target-invocation":
                typeof(Shapes).GetMethod(nameof(Fail), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null);
                break;
            case "missing-service":
                context.RequestServices.GetRequiredService<INobody>();
                break;
            case "constructor-in-container":
                ActivatorUtilities.CreateInstance<Unbuildable>(context.RequestServices);
                break;
            case "missing-assembly":
                Assembly.Load("No.Such.Assembly");
                break;
            case "in-framework":
                new List<int>().First(value => value > 0);
                break;
            case "callback-from-framework":
                new List<int> { 2, 1 }.Sort((_, _) => throw new InvalidOperationException("In a comparison."));
                break;
            case "wrapped":
                try
                {
                    Fail();
                }
                catch (InvalidOperationException exception)
                {
                    throw new IOException("Wrapped.", exception);
                }

                break;
            case "stack-lost":
                try
                {
                    Fail();
                }
                catch (InvalidOperationException exception)
                {
                    await Task.FromException(new IOException("Passed on.", exception));
                }

                break;
            case "divide":
                return (1 / int.Parse("0", System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return "well";
    }

    private static void Fail() => throw new InvalidOperationException("Failed on purpose.");

    private static async Task DeeperAsync(int depth)
    {
        await Task.Yield();
        if (depth == 0)
        {
            throw new InvalidOperationException("Deep down.");
        }

        await DeeperAsync(depth - 1);
    }

    private static class Broken
    {
        public static readonly string Value = Create();

        private static string Create() => throw new InvalidOperationException("A static field is broken.");
    }

    private sealed class Unbuildable
    {
        public Unbuildable() => throw new InvalidOperationException("Can not be built.");
    }

    private sealed class TaskCompletionSourceUser
    {
        public Task Failing()
        {
            TaskCompletionSource source = new();
            source.SetException(new RogueException("Set, not thrown."));
            return source.Task;
        }
    }
}

internal sealed class RogueException(string message) : Exception(message);
