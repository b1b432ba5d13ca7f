using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Plugins.Coaching.Conversations;

namespace AIWendy.Plugins.Coaching;

/// <summary>JSON of everything that endpoints take and return and that the database keeps.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnswerInput))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(IReadOnlyList<ToolStep>))]
[JsonSerializable(typeof(ToolFailure))]
[JsonSerializable(typeof(IReadOnlyList<CoachView>))]
[JsonSerializable(typeof(CreateConversation))]
[JsonSerializable(typeof(ChangeConversation))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(ConversationPage))]
[JsonSerializable(typeof(AnsweringModel))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(MessagePage))]
internal sealed partial class CoachingJsonContext : JsonSerializerContext;
