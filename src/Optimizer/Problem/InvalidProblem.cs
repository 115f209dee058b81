using System.Diagnostics.CodeAnalysis;

namespace Callout.Optimizer;

/// <summary>The problem cannot be worked on; the message names the culprit and what would be right.</summary>
public sealed class InvalidProblem(string code, string message) : ArgumentException(message)
{
    /// <summary>Stable name of the rule that is broken, e.g. <c>shift.overlap</c>.</summary>
    public string Code { get; } = code;

    internal static void If([DoesNotReturnIf(true)] bool broken, string code, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(nameof(broken))] FormattableText message)
    {
        if (broken) throw new InvalidProblem(code, message.Text);
    }

    /// <summary>A message that is only put together when it is needed.</summary>
    [System.Runtime.CompilerServices.InterpolatedStringHandler]
    internal ref struct FormattableText
    {
        private System.Runtime.CompilerServices.DefaultInterpolatedStringHandler _text;
        private readonly string? _plain;

        public FormattableText(int literalLength, int formattedCount, bool broken, out bool wanted)
        {
            wanted = broken;
            _plain = null;
            _text = broken ? new(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture) : default;
        }

        private FormattableText(string plain)
        {
            _plain = plain;
            _text = default;
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);
        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);
        public string Text => _plain ?? _text.ToStringAndClear();
        public static implicit operator FormattableText(string plain) => new(plain);
    }
}
