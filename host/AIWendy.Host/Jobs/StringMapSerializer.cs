using System.Text.Json;
using Quartz;
using Quartz.Spi;

namespace AIWendy.Host.Jobs;

/// <summary>Keeps a job's data as a flat JSON object of texts: readable in the database, and no type of a plugin in it.</summary>
internal sealed class StringMapSerializer : IObjectSerializer
{
    public void Initialize()
    {
    }

    public byte[] Serialize<T>(T obj) where T : class
    {
        IEnumerable<KeyValuePair<string, object>> pairs = obj switch
        {
            JobDataMap map => map,
            IDictionary<string, object> map => map,
            _ => throw new NotSupportedException($"A job's data holds texts only, not {obj.GetType().Name}."),
        };
        Dictionary<string, string?> texts = new(StringComparer.Ordinal);
        foreach ((string key, object value) in pairs)
        {
            texts[key] = value switch
            {
                null => null,
                string text => text,
                _ => throw new NotSupportedException($"The value \"{key}\" of a job's data is no text."),
            };
        }

        return JsonSerializer.SerializeToUtf8Bytes(texts);
    }

    public T DeSerialize<T>(byte[] data) where T : class
    {
        JobDataMap map = [];
        foreach ((string key, string? value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data) ?? [])
        {
            map[key] = value!;
        }

        return map as T ?? (T)(object)new Dictionary<string, object>(map);
    }
}
