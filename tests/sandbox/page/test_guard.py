from __future__ import annotations

import aiohttp
import pytest

from bot.sandbox import AIGERIM, Sandbox, World

JSON = {"Content-Type": "application/json"}
PAGE = {**JSON, "X-Sandbox-Page": "1"}
BODY = '{"person_id": 2001, "chat_id": 2001, "text": "x"}'


async def post(http: aiohttp.ClientSession, sandbox: Sandbox, headers: dict[str, str]) -> int:
    async with http.post(f"{sandbox.api_url}/page/write", data=BODY, headers=headers) as response:
        return response.status


async def test_the_page_itself_may_post(http: aiohttp.ClientSession, sandbox: Sandbox, world: World) -> None:
    own = {"Origin": sandbox.api_url, "Sec-Fetch-Site": "same-origin"}
    assert await post(http, sandbox, {**PAGE, **own}) == 200
    assert len(world.messages(AIGERIM.id)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {**PAGE, "Host": "evil.example"},
        {**PAGE, "Host": "127.0.0.1.evil.example:80"},
        {**PAGE, "Host": ""},
        {**PAGE, "Origin": "http://evil.example"},
        {**PAGE, "Origin": "null"},
        {**PAGE, "Origin": "http://127.0.0.1:1"},
        {**PAGE, "Sec-Fetch-Site": "cross-site"},
        {**PAGE, "Sec-Fetch-Site": "same-site"},
        JSON,
        {"Content-Type": "text/plain", "X-Sandbox-Page": "1"},
        {"Content-Type": "application/x-www-form-urlencoded", "X-Sandbox-Page": "1"},
    ],
)
async def test_another_sites_page_may_not(
    http: aiohttp.ClientSession, sandbox: Sandbox, world: World, headers: dict[str, str]
) -> None:
    assert await post(http, sandbox, headers) == 403
    assert world.messages(AIGERIM.id) == []


@pytest.mark.parametrize("path", ["/", "/page/state", "/page/events", "/static/app.js"])
async def test_a_name_that_points_to_loopback_opens_nothing(
    http: aiohttp.ClientSession, sandbox: Sandbox, path: str
) -> None:
    async with http.get(sandbox.api_url + path, headers={"Host": "rebound.example"}) as response:
        assert response.status == 403


async def test_another_site_may_link_here_but_not_call_the_bot_api(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with http.get(sandbox.api_url + "/", headers=headers) as response:
        assert response.status == 200
    async with http.get(f"{sandbox.api_url}/bot{sandbox.token}/getMe", headers=headers) as response:
        assert response.status == 403


async def test_localhost_is_loopback_too(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    async with http.get(sandbox.api_url + "/", headers={"Host": "localhost:8080"}) as response:
        assert response.status == 200


async def test_the_page_runs_its_own_files_only(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    for path in ("/", "/static/app.js", "/page/state"):
        async with http.get(sandbox.api_url + path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"
