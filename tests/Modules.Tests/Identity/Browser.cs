using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Identity;

/// <summary>A browser as far as signing in goes: it keeps the cookie, and says where a request comes from.</summary>
internal sealed class Browser
{
    private readonly TestHouse house;
    private readonly HttpClient http;

    public Browser(TestHouse house, CookieContainer? cookies = null)
    {
        this.house = house;
        Cookies = cookies ?? new CookieContainer();
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = house.Url };
        http.DefaultRequestHeaders.Add("X-Callout", "office");
        http.DefaultRequestHeaders.Add("Origin", house.Url.GetLeftPart(UriPartial.Authority));
    }

    public CookieContainer Cookies { get; }

    public HttpClient Http => http;

    /// <summary>The same browser, its cookie and all, at another node.</summary>
    public Browser At(TestHouse node)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in Cookies.GetCookies(house.Url)) cookies.Add(node.Url, new Cookie(cookie.Name, cookie.Value));
        return new Browser(node, cookies);
    }

    public Task<HttpResponseMessage> Post(string path, object body) => http.PostAsync($"/api/{path}", JsonContent.Create(body, body.GetType(), options: Wire.Json));

    public Task<HttpResponseMessage> SignIn(string email, string password, string? code = null) => Post("session/sign-in", new Callout.Identity.SignIn(email, password, code));

    public async Task<Browser> SignedIn(string email, string password = Given.Password, string? code = null)
    {
        using var answer = await SignIn(email, password, code);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return this;
    }

    public async Task<HttpStatusCode> Status(string path) => (await http.GetAsync($"/api/{path}")).StatusCode;

    public async Task<T> Get<T>(string path) => (await http.GetFromJsonAsync<T>($"/api/{path}", Wire.Json))!;

    public Task<HttpResponseMessage> Send(object command, Guid? id = null)
    {
        var route = house.Services.GetRequiredService<House>().Commands.Single(c => c.Body == command.GetType()).Route;
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{route}") { Content = JsonContent.Create(command, command.GetType(), options: Wire.Json) };
        request.Headers.Add("Idempotency-Key", (id ?? Guid.NewGuid()).ToString());
        return http.SendAsync(request);
    }

    public async Task<JsonNode> Run(object command)
    {
        using var answer = await Send(command);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<string> Code(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        return (await answer.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!.Code;
    }
}
