using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace AIWendy.Host.Logging;

/// <summary>Passes events on without the secrets in their message, properties and exception.</summary>
internal sealed class RedactingSink(Logger target) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent)
    {
        List<LogEventProperty>? changed = null;
        foreach ((string name, LogEventPropertyValue value) in logEvent.Properties)
        {
            LogEventPropertyValue clean = Clean(name, value);
            if (!ReferenceEquals(clean, value))
            {
                (changed ??= []).Add(new LogEventProperty(name, clean));
            }
        }

        foreach (LogEventProperty property in changed ?? [])
        {
            logEvent.AddOrUpdateProperty(property);
        }

        target.Write(Rebuild(logEvent));
    }

    public void Dispose() => target.Dispose();

    private static LogEvent Rebuild(LogEvent logEvent)
    {
        string template = logEvent.MessageTemplate.Text;
        string cleanTemplate = Redaction.Clean(template);
        Exception? exception = Clean(logEvent.Exception);
        if (ReferenceEquals(template, cleanTemplate) && ReferenceEquals(exception, logEvent.Exception))
        {
            return logEvent;
        }

        MessageTemplate message = ReferenceEquals(template, cleanTemplate) ? logEvent.MessageTemplate : new MessageTemplateParser().Parse(cleanTemplate);
        return new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            exception,
            message,
            logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value)));
    }

    private static Exception? Clean(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        string text = exception.ToString();
        string clean = Redaction.Clean(text);
        return text == clean ? exception : new RedactedException(clean);
    }

    private static LogEventPropertyValue Clean(string name, LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: string text }:
                string clean = Redaction.IsSecretName(name) ? Redaction.Mask : Redaction.Clean(text);
                return clean == text ? value : new ScalarValue(clean);
            case ScalarValue { Value: Uri uri }:
                return new ScalarValue(Redaction.Clean(uri.ToString()));
            case SequenceValue sequence when sequence.Elements.Any(element => !ReferenceEquals(Clean(name, element), element)):
                return new SequenceValue(sequence.Elements.Select(element => Clean(name, element)));
            case StructureValue structure when structure.Properties.Any(property => !ReferenceEquals(Clean(property.Name, property.Value), property.Value)):
                return new StructureValue(
                    structure.Properties.Select(property => new LogEventProperty(property.Name, Clean(property.Name, property.Value))), structure.TypeTag);
            case DictionaryValue dictionary:
                return new DictionaryValue(dictionary.Elements.Select(element =>
                    KeyValuePair.Create(element.Key, Clean(element.Key.Value?.ToString() ?? string.Empty, element.Value))));
            default:
                return value;
        }
    }

    /// <summary>Stands for an exception whose text held a secret.</summary>
    private sealed class RedactedException(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
