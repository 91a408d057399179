"""Whole pages, role by role: each line of a page is written behind the role it must get."""

from __future__ import annotations

import pytest

from kg.articles_to_docs.layout import authors, layout, title
from kg.records import BLOCK_ROLES

READABLE = {"headline", "standfirst", "body", "quote", "list"}

AGENCY = """
boilerplate| Northern Wire
boilerplate| World › Europe
boilerplate| Share   X   Facebook   Copy link
headline| Freedonia, Sylvania agree to reopen border crossing
byline| By Ada Quill and Jo van Tarn
dateline| May 3, 2024 4:20 PM GMT · Updated 2 hours ago · 3 min read
-|
caption| A customs officer at the Varn crossing last week. NORTHERN/Handout via Harbour Images Acquire Licensing Rights
-|
body| Freedonia and Sylvania agreed on Friday to reopen their only border crossing, officials of both countries said.
-|
body| "We lost a year," said Ilse Falk, the Freedonian trade minister. "That is enough."
-|
body| Watch officers on the bridge had turned back lorries since March. Subscribers to the pass scheme were let through.
-|
body| Related charges against two brokers were dropped, the ministry told reporters.
-|
credit| (Reporting by Ada Quill in Varn; Editing by Lou Marsh)
boilerplate| Our Standards: The Northern Principles
-|
boilerplate| Suggested Topics:  Europe  Trade
promo| Read Next
teaser| Tram crash in Port Brae injures nine
promo| Sign up here for the Border Briefing, delivered every Friday.
"""

TABLOID = """
boilerplate| NEWS  SPORT  SHOWBIZ  TRAVEL  MORE ▾
-|
headline| 'I never touched the money': What the vanished mayor told his WIFE will shock you
-|
standfirst| •  Bram Vos left the town hall through a kitchen window
standfirst| •  The €3million is STILL missing
-|
byline| By LOLA MERCATOR, POLITICS REPORTER
dateline| PUBLISHED: 08:15, 4 March 2024 | UPDATED: 11:40, 4 March 2024
boilerplate| 97 shares   2.3k View comments
-|
body| A mayor who vanished with the town's savings was arrested yesterday — and BLEW a kiss to the cameras.
-|
boilerplate| SCROLL DOWN FOR VIDEO
-|
body| 'I never touched it,' he said outside the court.
-|
caption| Wink: Vos leaves the court with his lawyer (right). © Pim Rook Pix
-|
promo| READ MORE: Soap star Dina dumps fiancé at the altar
-|
body| His wife Greet has not been charged.
-|
body| He denies everything.
-|
promo| Do YOU know the mayor? Email tips@gazette.example
-|
boilerplate| Comments 2.3k
teaser| Herring, Urk: Lock him up and lose the key.
"""

EXPLAINER = """
boilerplate| EXPLAINER
headline| 🧭 Why are the ferries not sailing?
dateline| Mon 6 May 2024 · 4-minute read · Ada Quill
boilerplate| 🎧 Listen   🔖 Save   🎁 Gift this story
-|
body| The island has had no ferry since Thursday, and nobody agrees whose fault it is.
-|
boilerplate| ⚓ What happened?
list| • On 2 May the crews of three ferries walked out. Two captains were dismissed, according to their union.
list| • The company hired buses; the council closed the pier.
-|
caption| [Map: harbour graphics / source: OpenChart]
-|
boilerplate| 💶 Who pays?
list| • The state does. "We will not leave islanders behind," said Ilse Falk, the transport minister.
-|
promo| 👉 Enjoying this? 40,000 people get our Sunday letter. Join them, it's free
-|
promo| Also read: 🐟 How two towns fell out over herring
teaser| Ada Quill writes about islands. She owns no boat.
boilerplate| Was this useful? 👍 12  👎 9
"""

SPEAKERS = """
headline| Ferry Strike Talks Expected To Resume This Week In Port Brae
dateline+body| May 6, 2024: The ferry talks are likely to resume this week as both sides said they wanted a deal.
promo| Also Read: Council Bans Scooters From The Pier
list| 🔹 The company confirmed the date of the talks.
list| 🔹 The union rejected a first offer last week.
list| 🗨️ Jo Tarn (union leader):
quote| “We will be there on time. We hope they will be too.”
list| 🗨️ Ilse Falk (transport minister):
quote| “A deal is within reach.”
list| ✔️ The talks could end the strike within days.
promo| 👀 Stay tuned for updates! Drop your thoughts below! ⬇️
teaser| Actor Pim Rook has seemingly given away the end of his next film, saying that…
teaser| A family video with a talking parrot has taken social media by…
"""

LIVE = """
boilerplate| RIVER COURANT  ● LIVE
headline| Budget protests live: ministry stormed as premier offers talks
byline| Lena Okafor and Bram Vos
dateline| Tue 4 Jun 2024 19.42 CEST
boilerplate| Show key events only   ⟳ Turn on auto-updates
-|
boilerplate| 18.10
body| Protesters broke into the ministry this afternoon and set fire to a guard box, a witness says.
-|
boilerplate| 17.31
byline| Bram Vos at the ministry
body| Police are firing tear gas at the crowd.
-|
boilerplate| 17.02
boilerplate| Premier offers talks
body| The premier has offered talks, her office says. "My door is open," she told reporters.
-|
promo| Support the Courant from €4 a month 💛
-|
boilerplate| 16.20
body| Union leader Jo Tarn: "We will stay until the budget is gone."
-|
promo| Got a picture? WhatsApp the desk. We may edit what you send.
promo| Most viewed: Ferry runs aground, all rescued
"""

INTERVIEW = """
boilerplate| THE HARBOUR REVIEW | POLITICS | INTERVIEW
headline| ‘I should have gone sooner’: Ilse Falk on ferries, blame and her garden
standfirst| The former transport minister resigned after the pier collapsed. Now she grows leeks.
byline| Interview by Petra Nied — June 9th 2024 — 7 min read — 🎧 Listen to this article
caption| Falk at her home last week. Photograph: Mila Don for The Harbour Review
body| Ilse Falk, 61, left the government in March, two weeks after the pier of Port Brae fell into the sea.
list| Do you feel responsible?
quote| I was the minister, so yes. I went to every funeral.
body| The company says your office was warned.
quote| Nobody warned us. I have read every letter.
boilerplate| The interview continues below
list| Would you take office again?
quote| My husband would leave me. So no.
list| What do you grow?
quote| Leeks, mostly. I gave the roses to my sister.
body| Her sister, the painter Vera Falk, had urged her to resign in January.
boilerplate| This interview has been edited for length and clarity.
teaser| Petra Nied is the Review's coast correspondent. Her book is out now.
promo| More from The Interview: Chess prodigy Mia Sund on losing
boilerplate| 0 comments
"""

COURT = """
boilerplate| ☰  HARBOUR TODAY  🔍  Sign in
boilerplate| Home  ›  Local  ›  Crime & Courts
boilerplate| CRIME
headline| Woman jailed for life over pier murder
standfirst| Vera Lund killed her business partner after a row about a loan
dateline| Published: 14th March 2024, 16:05 | Last updated: 14th March 2024, 17:40
byline| Words by Lola Mercator
boilerplate| Share this article: Facebook · X · WhatsApp · Email
caption| Vera Lund, 44, pictured in 2019 | Picture: Brae Police
body| A woman who stabbed her business partner to death on a pier has been jailed for life.
boilerplate| ‘A cold act’
body| Prosecutor Anne Dow told the jury: "She bought the knife in January."
boilerplate| Continue reading below ↓
body| Lund denied murder. Her barrister, Otto Reiss, said that he would appeal against the verdict.
teaser| • Brae pier reopens after repairs
teaser| • Loan sharks: how to spot them
body| Speaking outside court, Detective Inspector Meg Hale called it cold.
boilerplate| Newsletter
promo| The Morning Letter
promo| Crime and courts in five minutes, every weekday.
boilerplate| Sign up
boilerplate| What happens next?
body| The hearing on the missing money will be held in June. Anyone with information is asked to call police on 101.
boilerplate| This is a developing story. Please check back for updates.
promo| Follow @HarbourToday on X for more news.
promo| READ NEXT
"""

INLINE_LINKS = """
headline| Ferry operator fined over oil spill in the harbour
byline| Harbour Post staff and agencies
body| The company that runs the ferries was fined on Monday for letting oil run into the harbour, a court said.
body| The sheriff, Vera Lund, said that the firm had been warned twice by the port authority before the spill.
promo| Related
boilerplate| Council buys two ferries
boilerplate| School reopens after storm
body| Jo Tarn, who leads the firm, said on Tuesday that the fine would be paid by June, and that it regretted the spill.
body| The ferry service will go on as usual, the port authority said in a statement on the sheriff's ruling.
promo| You may also like
teaser| Ten beaches you must see
teaser| A storm is on its way to the coast of Norway this weekend, forecasters have said in their bulletin.
teaser| Five soups for winter
teaser| Warm up with these easy recipes by our cook, who swears by leeks and a little bit of cream.
"""

AUTHOR_BOX = """
promo| News Feed
-|
headline| Falk expects ferry deal within weeks, aide says
-|
boilerplate| 2 min read
boilerplate| Falk expects ferry deal within weeks, aide says
caption| Ilse Falk at the pier on Monday. She signed an order there. Photographer: Pim Rook/HNP via Getty Images
-|
body| Transport minister Ilse Falk expects a deal in the ferry strike within weeks, her aide Otto Pell said on May 16.
-|
body| "We are closer than ever," Pell told Radio Brae after the talks of May 13, adding that the union was ready.
-|
body| The union, led by Jo Tarn, wants shorter shifts for its crews and asked the ministry to pay for the buses as well.
-|
teaser| ‘Bitter for islanders:’ What the new harbour tax means for ferries
teaser| The ministry dealt a blow to the islands last week after it let an exemption lapse that allowed small ports to
boilerplate| Article image
-|
boilerplate| Avatar
teaser| The Brae Post news desk
-|
boilerplate| We are the news team of the Brae Post. Feel free to contact us via email.
-|
promo| Read more
promo| News Feed
-|
teaser| A storm rocked the Brae coast overnight on July 26, and the ferry terminal of Brae was hit twice by lightning.
-|
teaser| Islanders on July 25 protested against the harbour tax for the fourth day in a row, the ministry of ports said.
-|
promo| Show More
"""

PAGES = {
    "agency": AGENCY, "tabloid": TABLOID, "explainer": EXPLAINER, "speakers": SPEAKERS, "live": LIVE,
    "interview": INTERVIEW, "court": COURT, "inline links": INLINE_LINKS, "author box": AUTHOR_BOX,
}  # fmt: skip


def parsed(page: str) -> tuple[str, list[tuple[str, str]]]:
    """The page's text, and role and text of each line."""
    pairs = [tuple(part.strip() for part in row.split("|", 1)) for row in page.strip().splitlines()]
    return "\n".join(line for _, line in pairs), [(role, line) for role, line in pairs if role != "-"]


@pytest.mark.parametrize("name", PAGES)
def test_every_line_plays_its_role(name: str) -> None:
    text, expected = parsed(PAGES[name])
    found = {}
    for block in layout(text):
        line = text[text.rfind("\n", 0, block.start) + 1 :].split("\n", 1)[0]
        found[line] = f"{found[line]}+{block.role}" if line in found and block.role != found[line] else block.role
    copies = {line for _, line in expected if [text for _, text in expected].count(line) > 1}
    wrong = [(role, found.get(line), line) for role, line in expected if found.get(line) != role and line not in copies]
    assert wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_blocks_are_ordered_clean_and_of_known_roles(name: str) -> None:
    text, _ = parsed(PAGES[name])
    end = 0
    for block in layout(text):
        assert end <= block.start < block.end
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert text[block.start] not in "•🔹✔👉" or block.role not in READABLE
        assert block.role in BLOCK_ROLES
        end = block.end


@pytest.mark.parametrize(
    ("name", "headline", "people"),
    [
        ("agency", "Freedonia, Sylvania agree to reopen border crossing", ("Ada Quill", "Jo van Tarn")),
        (
            "tabloid",
            "'I never touched the money': What the vanished mayor told his WIFE will shock you",
            ("LOLA MERCATOR",),
        ),
        ("explainer", "Why are the ferries not sailing?", ("Ada Quill",)),
        ("live", "Budget protests live: ministry stormed as premier offers talks", ("Lena Okafor", "Bram Vos")),
        ("interview", "‘I should have gone sooner’: Ilse Falk on ferries, blame and her garden", ("Petra Nied",)),
        ("inline links", "Ferry operator fined over oil spill in the harbour", ()),
        ("author box", "Falk expects ferry deal within weeks, aide says", ()),
    ],
)
def test_title_and_authors(name: str, headline: str, people: tuple[str, ...]) -> None:
    text, _ = parsed(PAGES[name])
    blocks = layout(text)
    assert title(text, blocks) == headline
    assert authors(text, blocks) == people


def test_the_headline_is_read_once() -> None:
    text, _ = parsed(AUTHOR_BOX)
    assert [b.role for b in layout(text) if text[b.start : b.end].startswith("Falk expects")] == [
        "headline",
        "boilerplate",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "•\n🔹 \n"])
def test_a_page_without_words_has_no_blocks(text: str) -> None:
    assert layout(text) == ()
    assert title(text, ()) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ministers of Freedonia and Sylvania met on Wednesday in Varn.",
        "On Friday he wrote to explain it, saying, \"I don't often write.\n\nHe went on.\n\nOur flag is lowered today.",
        "The latest reports are unclear.\n\nNo names have been released.",
        "By Friday the river had reached the town.\n\nThe mayor asked for help.",
    ],
)
def test_bare_sentences_are_all_story(text: str) -> None:
    assert {b.role for b in layout(text)} == {"body"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribers to the newsletter sued the firm, and the court said they were right to do so.",
        "The comments were made on Monday by the minister, who later apologised to the union.",
        "Watch makers in Sylvania exported fewer pieces in May, the customs office said.",
        "Photographs of the pier were shown to the jury, which convicted both men of arson.",
        "Support for the premier has fallen, a poll for Radio Brae suggested.",
        "Read by nine actors, the verdict was broadcast on Sunday.",
        "Share prices fell after the bank warned that it would miss its targets.",
        "More than 40 people were hurt when the stand gave way.",
        '"Tell us the truth," she said. "You owe us that."',
        "Follow-up talks are planned for June, according to the ministry.",
    ],
)
def test_words_alone_make_no_furniture(sentence: str) -> None:
    lead = "Two men were convicted on Monday of burning the pier down, the court said."
    page = f"Pier trial ends in Port Brae\nBy Ada Quill\n{lead}\n{sentence}\nThey will be sentenced in July."
    assert [b.role for b in layout(page) if page[b.start : b.end] == sentence] == ["body"]


def test_time_is_linear_in_a_page_full_of_signs() -> None:
    row = "Related\nA ferry sank off Port Brae on Monday, and the coast guard said that nobody had been hurt in it.\n"
    assert len(layout(row * 3000)) == 6000
