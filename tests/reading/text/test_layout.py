"""Promises about the parts of a text. The texts are made up, in the form of real pages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.models import Layout
from bot.reading.text.layout import lay_out, tidy_text

BODY = """The health minister received the ambassador and spoke with him about hospitals.

They will meet again soon, he said."""


def _title(layout: Layout) -> str | None:
    return layout.text[slice(*layout.title)] if layout.title else None


def _sentences(layout: Layout) -> list[str]:
    return [layout.text[slice(*sentence.span)] for sentence in layout.body]


def _boilerplate(layout: Layout) -> list[str]:
    return [layout.text[slice(*span)] for span in layout.boilerplate]


def test_a_text_that_begins_with_its_first_sentence_has_no_title() -> None:
    layout = lay_out(BODY)
    assert _title(layout) is None
    assert len(layout.body) == 2


def test_header_dateline_and_channel_line_are_parted_from_the_body() -> None:
    layout = lay_out(
        f" date 2025-04-08 BAKU, Azerbaijan, April 8. {BODY}\n\nStay up-to-date with more news on our channel"
    )
    assert layout.header is not None
    assert layout.text[slice(*layout.header)] == "date 2025-04-08"
    assert layout.dateline is not None
    assert layout.text[slice(*layout.dateline)] == "BAKU, Azerbaijan, April 8."
    assert _sentences(layout)[0].startswith("The health minister")
    assert _boilerplate(layout) == ["Stay up-to-date with more news on our channel"]


def test_stamp_and_name_above_the_text_are_no_title() -> None:
    layout = lay_out(f"3 May 2023 12:14 (UTC+04:00)\n\nAyla Nurova\n\n{BODY}")
    assert _title(layout) is None
    assert [layout.text[slice(*span)] for span in layout.bylines] == ["Ayla Nurova"]
    assert len(layout.body) == 2


def test_the_pages_title_line_is_not_the_articles_title() -> None:
    layout = lay_out(f"Bakan Koca elçiyle sağlığı konuştu - Deniz TV\n\nBakan Koca Elçiyle Sağlığı Konuştu\n\n{BODY}")
    assert _title(layout) == "Bakan Koca Elçiyle Sağlığı Konuştu"
    assert _boilerplate(layout)[0].endswith("Deniz TV")


def test_a_lone_page_title_loses_the_outlet_behind_it() -> None:
    assert (
        _title(lay_out(f"Minister received the new ambassador - Kent Haber\n\n{BODY}"))
        == "Minister received the new ambassador"
    )


def test_the_title_is_the_line_the_menu_repeats() -> None:
    page = (
        "5 июня 2024\nUSD 41.20 EUR 44.1\n1. Главная страница\n2. Новости\n3. Министр рассказал о больницах\n\n"
        "Минздрав Общество Россия Медицина Главное\n\nМинистр рассказал о больницах\n\n"
        "Министр здравоохранения вчера рассказал журналистам о новых больницах."
    )
    layout = lay_out(page)
    assert _title(layout) == "Министр рассказал о больницах"
    assert layout.title is not None
    assert layout.title[0] == page.rindex("Министр рассказал о больницах")
    assert _sentences(layout) == ["Министр здравоохранения вчера рассказал журналистам о новых больницах."]


def test_a_site_name_in_another_script_is_no_title() -> None:
    layout = lay_out(f"Qala TV Телерадиокомпания города Костанай\nA delegation arrives in Tashkent\n\n{BODY}")
    assert _title(layout) == "A delegation arrives in Tashkent"


def test_a_repeated_title_is_cut_from_the_text() -> None:
    layout = lay_out(f"Minister receives the ambassador\n\n{BODY}\n\nMinister receives the ambassador")
    assert _title(layout) == "Minister receives the ambassador"
    assert len(layout.body) == 2


def test_the_declared_title_counts_where_the_text_has_it() -> None:
    text = f"Health news of the week\nMinister receives the ambassador\n\n{BODY}"
    assert _title(lay_out(text, "Minister receives the ambassador - Kent Haber")) == "Minister receives the ambassador"
    assert _title(lay_out(BODY, "Minister receives the ambassador")) is None


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ: New hospital opens in the capital",
        "Читайте также: В столице открыли больницу",
        "Ayrıca oku: Yeni hastane açıldı",
        "Həmçinin oxuyun: Yeni xəstəxana",
        "Оқыңыз: Жаңа аурухана ашылды",
        "Images | Presidency",
        "Фото: Минздрав",
        "Fotoğraf: Bakanlık",
        "Tags: health, hospitals",
        "#health #hospitals",
        "Подписывайтесь на наш канал в Telegram",
        "Abone olun, haberleri kaçırmayın",
        "Bizi izləyin: Facebook",
        "Жазылыңыз: телеграм арнамыз",
        "USD 41.20 EUR 44.1",
        "3 104",
        "All rights reserved",
        "Bizi takip edin: Google News",
        "A minister speaks in the hall. (Park Min/The Herald)",
    ],
)
def test_a_line_of_the_page_states_no_facts(line: str) -> None:
    first, second = BODY.split("\n\n")
    layout = lay_out(f"{first}\n\n{line}\n\n{second}")
    assert line in _boilerplate(layout)
    assert _sentences(layout) == [first, second]


def test_headlines_under_read_also_are_cut_with_it() -> None:
    layout = lay_out(f"{BODY}\n\nRead also:\nHospital opens in Baku\nMinister flies to Tashkent")
    assert len(layout.body) == 2


def test_a_credit_glued_to_the_first_sentence_is_cut_off() -> None:
    layout = lay_out("Фото: GovkzМинистр здравоохранения вчера принял посла и говорил с ним о больницах.")
    assert _sentences(layout) == ["Министр здравоохранения вчера принял посла и говорил с ним о больницах."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    layout = lay_out(
        "The health minister received the new envoy and\nspoke about hospitals in the\nregion. They will meet again."
    )
    assert [s.paragraph for s in layout.body] == [0, 0]
    assert _title(layout) is None


def test_a_sentence_beginning_with_by_is_no_byline() -> None:
    assert not lay_out(f"By one estimate, six clinics opened last year in the region.\n\n{BODY}").bylines


def test_stored_text_is_plain() -> None:
    raw = "Ca\u0301p\u200b\ufeff\u00a0no\r\nnext\x00\u2028end\ud800"
    assert tidy_text(raw) == "Cáp no\nnext\nend"


def test_only_boilerplate_leaves_nothing() -> None:
    layout = lay_out("Главная\nНовости\nПоделиться\nFacebook\n3 104")
    assert layout.body == ()
    assert layout.title is None


@pytest.mark.parametrize(
    "line",
    [
        "Basty saıtqa ótý",
        "Перейти на старую версию сайта",
        "Ana sayfaya dön",
        "Дш Сш Чш Пш Жм Шн Як",
        "Mo Tu We Th Fr Sa Su",
        "Теке 14, 2021",
        "Country politics hospital president Country",
        "Баку, 11:05 | 09 июня",
        "Cairo – MENA",
        "Please note: this page is archived content of a former government.",
    ],
)
def test_what_stands_above_a_title_is_not_taken_for_it(line: str) -> None:
    is_cyrillic = "а" <= line[-1] <= "я"
    title = "Министр принял нового посла" if is_cyrillic else "Minister receives the new ambassador"
    body = "Министр вчера принял посла и обсудил с ним больницы." if is_cyrillic else BODY
    assert _title(lay_out(f"{line}\n\n{title}\n\n{body}")) in (title, None)


@pytest.mark.parametrize(
    "label", ["Read also", "Gözden kaçırmayın", "Ayrıca okuyun:", "Oxşar xəbər", "Читайте также", "Дагы окуңуз"]
)
def test_a_teaser_above_or_below_the_text_is_cut(label: str) -> None:
    teaser = "Foreign minister John Doe meets Jane Roe"
    for page in (f"{label}\n\n{teaser}\n\n{BODY}", f"{BODY}\n\n{label}\n{teaser}"):
        layout = lay_out(page)
        assert _title(layout) is None
        assert not any(teaser in sentence for sentence in _sentences(layout))


def test_another_articles_headline_with_its_teaser_at_the_end_is_cut() -> None:
    layout = lay_out(
        f"{BODY}\n\nHe thanked the nurses.\n\n\n\nArmy chief John Doe resigns\nArmy chief John Doe said he would go."
    )
    assert _sentences(layout)[-1] == "He thanked the nurses."


@pytest.mark.parametrize(
    "credit",
    ["(APA)", "(Samir Əli/APA)", "(John Doe - AFP)", "Haber: Ayşe Kaya", "Muxbir: Anvar Aliyev", "Автор: Анна Ким"],
)
def test_a_correspondent_behind_the_last_sentence_is_not_of_the_text(credit: str) -> None:
    layout = lay_out(f"{BODY} {credit}")
    assert _sentences(layout)[-1] == "They will meet again soon, he said."
    assert credit in _boilerplate(layout)[-1]


def test_a_name_in_the_dateline_is_not_of_the_text() -> None:
    layout = lay_out(f"Душанбе, 3.05.21 /Али Вали – Пример/. {BODY}")
    assert _sentences(layout)[0].startswith("The health minister")


def test_title_stamp_and_text_glued_on_one_line_are_parted() -> None:
    layout = lay_out(f"Minister receives the ambassador03.05.2021 10:12OSAKA, May 2 (Some Press) - {BODY}")
    assert _title(layout) == "Minister receives the ambassador"
    assert _sentences(layout)[0].startswith("The health minister")


@given(
    st.lists(
        st.one_of(
            st.text(max_size=80),
            st.sampled_from(
                [
                    "Read also:",
                    "Photo: X",
                    "3 May 2023 12:14",
                    "By Ann Lee",
                    "",
                    " date 2024-05-06 ",
                    BODY,
                    "BAKU. KAZINFORM – Ok.",
                ]
            ),
        ),
        max_size=12,
    )
)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_parts_stand_in_the_text_and_do_not_overlap(lines: list[str]) -> None:
    text = tidy_text("\n".join(lines))
    assert unicodedata.is_normalized("NFC", text)
    assert tidy_text(text) == text
    layout = lay_out(text)
    spans = [s.span for s in layout.body] + [*layout.boilerplate, *layout.bylines]
    spans += [span for span in (layout.header, layout.title, layout.dateline) if span]
    at = 0
    for start, end in sorted(spans):
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize("piece", ["a", "A. ", "“", "Title Line\n", "Ab – ", "8 апреля 2025 г. ", "(a", "#aa ", "fb "])
def test_a_megabyte_of_anything_is_laid_out(piece: str) -> None:
    layout = lay_out((piece * 1_000_000)[:1_000_000])
    assert len(layout.text) == 1_000_000


@pytest.mark.parametrize(
    "menu",
    [
        "Ana Sayfa Arama Yazarlar",
        "Home Search Contact Us",
        "Биз менен байланышыңыз",
        "Бізбен байланысыңыз",
        "Главная О проекте Контакты",
        "Dush Sesh Chor Pay Ju Shan Yak",
    ],
)
def test_a_row_of_menu_words_is_no_title(menu: str) -> None:
    text = f"{menu}\n\nMinister receives the ambassador\n\nThe minister received the ambassador on Monday. They spoke."
    layout = lay_out(text)
    assert layout.title is None or text[slice(*layout.title)] != menu


def test_the_hour_before_a_title_is_not_part_of_it() -> None:
    text = "3 May 2021\n19:01 - Minister receives the ambassador\n\nThe minister received him on Monday. They spoke."
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == "Minister receives the ambassador"
