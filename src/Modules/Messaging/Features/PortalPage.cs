using System.Globalization;
using System.Net;

namespace Callout.Messaging;

/// <summary>What all pages for customers have in common: the organisation at the top, whom to ring, one sheet of style, at most one small script.</summary>
internal static class PortalPage
{
    public const string Call = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M5 3.5h3.6l1.8 4.6-2.3 1.6a12 12 0 0 0 6.2 6.2l1.6-2.3 4.6 1.8V19a2 2 0 0 1-2.2 2A17 17 0 0 1 3 5.7 2 2 0 0 1 5 3.5z\"/></svg>";
    public const string Diary = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><rect x=\"3.5\" y=\"5\" width=\"17\" height=\"15.5\" rx=\"2\"/><path d=\"M3.5 10h17M8 2.8v4M16 2.8v4\"/></svg>";
    public const string Pen = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M4 20l1-4.5L16.500 4l3.500 3.500L8.500 19z\"/></svg>";
    public const string Sheet = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M6 2.800h8l4.500 4.500v14H6zM14 2.800v4.500h4.500M9 12.500h6M9 16.500h6\"/></svg>";
    public const string Camera = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M3.500 8.500a2 2 0 0 1 2-2h2l1.500-2.500h6l1.500 2.500h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2z\"/><circle cx=\"12\" cy=\"12.800\" r=\"3.600\"/></svg>";
    public const string Tick = "<span class=\"big\"><svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M4.500 12.500l5 5L19.500 7\"/></svg></span>";

    /// <summary>Blocks and streets of no town in particular.</summary>
    public const string Streets = "<svg viewBox=\"0 0 780 496\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\" fill=\"none\"><defs><pattern id=\"blocks\" width=\"58\" height=\"44\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(14)\"><path fill=\"var(--block)\" d=\"M5 5h20v14H5zM30 5h23v14H30zM5 23h14v16H5zM24 23h12v16H24zM41 23h12v16H41z\"/></pattern></defs><path fill=\"url(#blocks)\" d=\"M0 0h780v496H0z\"/><path d=\"M-20 90L800 330M180-20L330 520M620-20L470 520M-20 420L800 190\" stroke=\"var(--road)\" stroke-width=\"15\"/><path d=\"M-20 262C200 240 500 280 800 236\" stroke=\"var(--main)\" stroke-width=\"21\"/></svg>";

    /// <summary>A key, a box, a flash: for the door, the way, and the power.</summary>
    public static readonly string[] Preparing =
    [
        "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"15.500\" r=\"4.500\"/><path d=\"M11.200 12.300L20 3.500M16.500 7l3 3\"/></svg>",
        "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M12 3l8 4.500v9L12 21l-8-4.500v-9zM4 7.500l8 4.500 8-4.500M12 12v9\"/></svg>",
        "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M13 2.500L5 13.500h6l-1 8 8-11h-6z\"/></svg>",
    ];

    /// <param name="script">By its name under /portal.</param>
    public static string Whole(PortalWords words, string title, string organisation, string? phone, string script, string body) =>
        $"<!doctype html><html lang=\"{words.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{E(title)}</title><link rel=\"stylesheet\" href=\"/portal/portal.css\"><script src=\"/portal/{script}\" type=\"module\"></script></head><body>"
        + $"<header class=\"hd\"><span class=\"lg\" aria-hidden=\"true\">{E(StringInfo.GetNextTextElement(organisation))}</span><b>{E(organisation)}</b>{(phone is null ? "" : $"<a href=\"tel:{E(phone.Replace(" ", ""))}\">{Call}{E(words["talk"])}</a>")}</header>{body}</body></html>";

    public static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
