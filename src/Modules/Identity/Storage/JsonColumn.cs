using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Callout.Identity;

/// <summary>A value that is read and written whole, kept as its JSON.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(
            value => Wire.Write(value), text => (T)Wire.Read(text, typeof(T)),
            new ValueComparer<T>((a, b) => Text(a) == Text(b), value => Text(value).GetHashCode(), value => value));

    private static string Text(object? value) => value is null ? "" : Wire.Write(value);
}
