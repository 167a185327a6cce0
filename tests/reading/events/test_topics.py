"""Topics: what a text is about, and words that only look like one."""

from __future__ import annotations

import pytest

from bot.reading.events.topics import read_topics
from storage.models.reading import TOPICS
from tests.reading.events.scene import set_scene

PHARMA, EMERGENCY, EPIDEMICS, RESEARCH = "pharma and vaccines", "emergency and disaster", "epidemics", "research"
CHRONIC = "noncommunicable diseases"


def topics_of(text: str) -> tuple[str, ...]:
    """The topics of a text."""
    scene = set_scene(text)
    return read_topics(scene.plain_text, scene.cast)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They spoke of the training of doctors.", "workforce training"),
        ("Aşıların ve ilaçların ticareti konuşuldu.", PHARMA),
        ("Речь шла о телемедицине.", "digital health"),
        ("Zəlzələdən sonra kömək göstərilib.", EMERGENCY),
        ("МСАК орталығы ашылды.", "primary care"),
        ("Оорукана курулат.", "hospitals and investment"),
        ("Tibbiy turizm muhokama qilindi.", "medical tourism"),
        ("The outbreak of cholera was discussed.", EPIDEMICS),
        ("He is on a drug.", PHARMA),
        ("Traditional medicine is on the agenda.", "traditional medicine"),
        ("Biotechnology and clinical trials.", RESEARCH),
        ("Гуманитарная помощь доставлена.", "humanitarian aid"),
        ("The One Health programme.", "one health"),
        ("A state of emergency was declared.", EMERGENCY),
        ("Введен режим чрезвычайной ситуации.", EMERGENCY),
        ("Министр по чрезвычайным ситуациям рассказал о врачах.", EMERGENCY),
        ("Fövqəladə hallar üzrə iş görülür.", EMERGENCY),
        ("Төтенше жағдай жарияланды.", EMERGENCY),
        ("Favqulodda vaziyat e'lon qilindi.", EMERGENCY),
        ("Дары-дармек жеткирилди.", PHARMA),
        ("Дәрі-дәрмек өндірісі талқыланды.", PHARMA),
        ("Dori vositalari yetkazildi.", PHARMA),
        ("Əczaçılıq zavodu tikilir.", PHARMA),
        ("Infectious diseases spread.", EPIDEMICS),
        ("Жугуштуу оорулар көбөйдү.", EPIDEMICS),
        ("Жұқпалы аурулар тіркелді.", EPIDEMICS),
        ("Bulaşıcı hastalıklar arttı.", EPIDEMICS),
        ("Yuqumli kasalliklar tarqaldi.", EPIDEMICS),
        ("Инфекционные болезни под контролем.", EPIDEMICS),
        ("Non-communicable diseases are a burden.", CHRONIC),
        ("Неинфекционные болезни растут.", CHRONIC),
        ("Bulaşıcı olmayan hastalıklar konuşuldu.", CHRONIC),
        ("Qeyri-infeksion xəstəliklər müzakirə edilib.", CHRONIC),
        ("Жугуштуу эмес оорулар каралды.", CHRONIC),
        ("Жұқпалы емес аурулар қаралды.", CHRONIC),
        ("Yuqumli bo'lmagan kasalliklar ko'rildi.", CHRONIC),
        ("Cancer research was agreed.", RESEARCH),
        ("Стороны говорили о медицинской науке и исследованиях.", RESEARCH),
    ],
)
def test_a_topic_is_read_in_any_language(text: str, topic: str) -> None:
    found = topics_of(text)
    assert topic in found
    assert set(found) <= set(TOPICS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ölkənin fövqəladə və səlahiyyətli səfiri gəlib.", EMERGENCY),
        ("Төтенше және Өкілетті Елші келді.", EMERGENCY),
        ("Олағанүстү: olağanüstü ve tam yetkili büyükelçi geldi.", EMERGENCY),
        ("Прибыл Чрезвычайный и Полномочный Посол Латвии.", EMERGENCY),
        ("Беседа с чрезвычайным и полномочным послом.", EMERGENCY),
        ("The Ambassador Extraordinary and Plenipotentiary came.", EMERGENCY),
        ("Favqulodda va muxtor elchi keldi.", EMERGENCY),
        ("Фавқулодда ва мухтор элчи келди.", EMERGENCY),
        ("Жарандарды дарылоо уланат.", PHARMA),
        ("Балдар дарыланып жатат.", PHARMA),
        ("Дарыгерлер келди.", PHARMA),
        ("Дәрігерлер келді.", PHARMA),
        ("Жугуштуу эмес оорулар каралды.", EPIDEMICS),
        ("Жұқпалы емес аурулар қаралды.", EPIDEMICS),
        ("Non-communicable and non-infectious diseases.", EPIDEMICS),
        ("Noninfectious diseases.", EPIDEMICS),
        ("Неинфекционные болезни растут.", EPIDEMICS),
        ("Bulaşıcı olmayan hastalıklar konuşuldu.", EPIDEMICS),
        ("Yoluxucu olmayan xəstəliklər müzakirə edilib.", EPIDEMICS),
        ("Qeyri-infeksion xəstəliklər.", EPIDEMICS),
        ("Yuqumli bo'lmagan kasalliklar.", EPIDEMICS),
        ("Юқумли бўлмаган касалликлар.", EPIDEMICS),
        ("Azərbaycan Tibb Universitetinin rektoru gəlib.", RESEARCH),
        ("The rector of the Medical University spoke.", RESEARCH),
        ("The head of a research institute spoke.", RESEARCH),
        ("Доктор медицинских наук Петров выступил.", RESEARCH),
        ("Ғылыми орталық басшысы келді.", RESEARCH),
    ],
)
def test_a_word_that_means_something_else_is_no_topic(text: str, topic: str) -> None:
    assert topic not in topics_of(text)
