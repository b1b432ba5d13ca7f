using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Http.Problems;

/// <summary>The host's own problems in the languages of the product.</summary>
internal static class ProblemTexts
{
    private static readonly Dictionary<string, Text> Details = new(StringComparer.Ordinal)
    {
        ["bad_request"] = new("The request can not be read.", "无法读取这个请求。"),
        ["invalid_json"] = new("The body is not valid JSON.", "请求内容不是有效的 JSON。"),
        ["invalid_request"] = new("The request does not have the form that this address expects.", "请求的格式不符合要求。"),
        ["invalid_text"] = new("The text contains characters that can not be stored.", "文本中含有无法保存的字符。"),
        ["sign_in_required"] = new("Sign in to continue.", "请先登录。"),
        ["forbidden"] = new("Your role does not allow this.", "你的角色没有这个权限。"),
        ["cross_site"] = new("Requests from other sites are not accepted.", "不接受来自其他网站的请求。"),
        ["host_not_allowed"] = new("This host name is not allowed. Add it to AIWENDY_ALLOWED_HOSTS.", "不允许使用这个主机名。请把它加入 AIWENDY_ALLOWED_HOSTS。"),
        ["not_found"] = new("There is nothing at this address.", "这个地址没有内容。"),
        ["method_not_allowed"] = new("This address does not support the method.", "这个地址不支持该请求方法。"),
        ["not_acceptable"] = new("This address can not answer in the requested format.", "无法以请求的格式作答。"),
        ["body_too_large"] = new("The request is larger than this address accepts.", "请求内容超过了大小限制。"),
        ["unsupported_media_type"] = new("Send the content type that this address expects, usually application/json.", "请使用正确的内容类型，通常是 application/json。"),
        ["too_many_requests"] = new("Too many requests. Wait a moment and try again.", "请求过于频繁，请稍后再试。"),
        ["internal_error"] = new("Something went wrong on our side. Try again; if it stays, report the request id.", "服务器出了问题。请重试；如果仍然如此，请附上请求编号反馈。"),
        ["starting"] = new("AIWendy is starting. Try again in a moment.", "AIWendy 正在启动，请稍候再试。"),
        ["stopping"] = new("AIWendy is stopping. Try again in a moment.", "AIWendy 正在停止，请稍候再试。"),
        ["database_unavailable"] = new("The database does not answer. Try again in a moment.", "数据库暂时没有响应，请稍后再试。"),
        ["run_kind_unavailable"] = new("The plugin that does this work is not active.", "负责这项工作的插件未启用。"),
        ["unavailable"] = new("The service is not available. Try again in a moment.", "服务暂不可用，请稍后再试。"),
    };

    /// <summary>The host's text for a code, or null for a code of a plugin.</summary>
    public static string? Detail(string code, string language) =>
        Details.TryGetValue(code, out Text? text) ? text.For(language) : null;

    /// <summary>The code of a bare status.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid_request",
        StatusCodes.Status401Unauthorized => "sign_in_required",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status406NotAcceptable => "not_acceptable",
        StatusCodes.Status413PayloadTooLarge => "body_too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= 500 => "internal_error",
        _ => "bad_request",
    };
}
