"""Stock: goods that come in, counts, what they cost, how long they last, and what does not move."""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace

from bot.asking import PATIENCE, ask, pressed, question_slot, settle
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.reader import read
from bot.reader.reading import Records
from bot.report import context
from bot.stock import (
    MOST_PIECES,
    Told,
    last_cost,
    of_name,
    read_cost,
    read_told,
    running_low,
    stands,
    step_named,
)
from bot.stock_pages import listed, product_page, slow_page
from kpi.message import Button, Message, Say, say
from kpi.money import MINOR_LIMIT, Money
from kpi.stock import Ledger, Step, product_key
from storage import questions
from storage import stock as store
from storage.questions import Question

stock = Capability()

_QUESTION = "stock"
_SLOW = {"slow", "滞销", "不动"}
_OFFERED = (10, 20, 50, 100)
_UNKNOWN = {"不知道", "不清楚", "没有", "unknown", "don't know", "no idea", "skip", "跳过"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A step as far as it was said."""

    step: str
    name: str | None = None
    pieces: int | None = None

    def encode(self) -> str:
        """JSON for the body of the question, which a step that is written down answers."""
        return json.dumps({"ref": _QUESTION, **asdict(self)})


def _decode(question: Question) -> Draft:
    raw = json.loads(question.body)
    return Draft(raw["step"], raw["name"], raw["pieces"])


@stock.command(
    "stock",
    words=("库存", "入库", "盘点", "滞销"),
    zh=(
        "/stock",
        "/stock in 面膜 100 成本30",
        "/stock count 面膜 60",
        "/stock slow",
        "入库 面膜 100 成本30",
        "盘点 面膜 60",
    ),
    en=("/stock", "/stock in mask 100 cost 30", "/stock count mask 60", "/stock cost mask 30", "/stock slow"),
)
def show_or_write(request: Request) -> Answers:
    """The stock, what does not move, a product; or for a lead, goods that came in or were counted."""
    word, _, rest = _said(request).partition(" ")
    step = step_named(word)
    if step is not None:
        return _written(request, step, rest.strip())
    if word.casefold() in _SLOW:
        return (slow_page(request),)
    if not word:
        return (listed(request, request.message_id or 0, 0),)
    ledger = of_name(store.ledgers(request.db, request.its_team.id), _said(request))
    if ledger is None and request.in_group and not request.text.startswith("/"):
        raise Usage  # a sentence that happens to begin with one of our words
    if ledger is None:
        see = Button(say("button-stock-all"), data("stock", request.message_id or 0, 0))
        raise Refusal(say("stock-unknown", name=_said(request)[:64]), buttons=((see,),))
    return (product_page(request, request.message_id or 0, ledger),)


def _said(request: Request) -> str:
    """What is wanted of the stock, whether it was asked as 库存 入库 面膜 100 or 入库 面膜 100."""
    head = request.text.split()[0] if request.text.split() else ""
    worded = not head.startswith("/") and (step_named(head) is not None or head in _SLOW)
    return f"{head} {request.arguments}".strip() if worded else request.arguments


def _written(request: Request, step: Step, text: str) -> Answers:
    if not text:
        return _begin(request, Draft(step.value))
    told = read_told(request, text) if step is not Step.COST else _read_price(request, text)
    said_aside = request.in_group and not request.text.startswith("/") and (told is None or told.pieces is None)
    if told is None or told.name is None or said_aside:
        raise Usage
    lead(request)
    return _taken(request, Draft(step.value), told)


def _read_price(request: Request, text: str) -> Told | None:
    """A product and what one costs: 面膜 30."""
    name, _, price = text.rpartition(" ")
    told = read_told(request, text)
    if told is not None and told.cost is not None and told.pieces is None:
        return told
    return replace(named, cost=read_cost(request, price)) if (named := read_told(request, name)) else None


def _begin(request: Request, draft: Draft) -> Answers:
    """Asks a lead for what is missing, in private, where every line can be an answer."""
    lead(request)
    if request.in_group:
        link = Button(say("button-private"), url=f"https://t.me/{request.bot_username}?start=stock")
        return (answer(say("stock-in-private"), buttons=((link,),)),)
    return _ask(request, draft)


def _taken(request: Request, draft: Draft, told: Told, *, free: bool = False) -> Answers:
    """The step with what was told: written down when it is whole, else asked on. `free`: nobody knows the cost."""
    step = Step(draft.step)
    draft = replace(draft, name=told.name or draft.name)
    draft = replace(draft, pieces=draft.pieces if told.pieces is None else told.pieces)
    _refuse_pieces(draft)
    lacks_cost = told.cost is None and step is not Step.COUNT and not free
    if draft.name is None or (draft.pieces is None and step is not Step.COST) or lacks_cost:
        return _ask(request, draft)
    return (*settle(request, _QUESTION), *_book(request, draft, None if step is Step.COUNT else told.cost))


def _refuse_pieces(draft: Draft) -> None:
    fewest = 1 if draft.step == Step.IN.value else 0
    if draft.pieces is not None and not fewest <= draft.pieces <= MOST_PIECES:
        raise Refusal(say("stock-pieces-unclear"))


def _book(request: Request, draft: Draft, cost: int | None) -> Answers:
    """Writes the step down and says how the product stands."""
    name = draft.name or ""
    by, key, step = lead(request), product_key(name), Step(draft.step)
    count = 0 if step is Step.COST else draft.pieces or 0
    before = of_name(store.ledgers(request.db, request.its_team.id), name)
    number = store.add(
        request.db, request.its_team.id, (key, name), step,
        pieces=count, cost=cost, day=request.today, by=by.id, at=request.now,
    )  # fmt: skip
    ledger = _known(request, number)
    lines = (*_done(request, step, draft, cost), *_difference(request, step, count, before), *_now(request, ledger))
    back = Button(say("button-undo"), data("stock-undo", request.its_team.id, number))
    see = Button(say("button-stock-all"), data("stock", number, 0))
    return (answer(*lines, buttons=((back, see),), slot=_step_slot(number)), *running_low(request, {key}))


def _done(request: Request, step: Step, draft: Draft, cost: int | None) -> Iterator[Say]:
    price = None if cost is None else Money(cost, request.its_team.currency)
    yield say(f"stock-done-{step.value}", name=draft.name, n=draft.pieces or 0, cost=price)


def _difference(request: Request, step: Step, counted: int, before: Ledger | None) -> Iterator[Say]:
    """How far a count is from what ought to have been there."""
    if step is Step.COUNT and before is not None:
        missing = before.pieces_on(request.today) - counted
        if missing:
            yield say("stock-missing" if missing > 0 else "stock-found", n=abs(missing))


def _now(request: Request, ledger: Ledger) -> Iterator[Say]:
    yield say("stock-now", figures=stands(ledger, request.today))
    if ledger.cost is None:
        yield say("stock-unpriced", name=ledger.name)


def _known(request: Request, number: int) -> Ledger:
    """The product of a step. `Refusal` when that was taken back, or is another team's."""
    found = store.get(request.db, request.its_team.id, number)
    ledgers = store.ledgers(request.db, request.its_team.id) if found else []
    ledger = next((each for each in ledgers if found and each.key == found.key), None)
    if ledger is None:
        raise Refusal(say("button-old"))
    return ledger


def _ask(request: Request, draft: Draft) -> Answers:
    lead(request)
    return ask(request, _QUESTION, draft.encode(), lambda question: _question(request, question, draft))


def _question(request: Request, question: Question, draft: Draft) -> Message:
    """What is still missing of a step, with answers to press."""
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    if draft.name is None:
        return Message((say(f"stock-ask-name-{draft.step}"),), ((cancel,),))
    if draft.pieces is None and draft.step != Step.COST.value:
        row = tuple(Button(say("stock-number", n=n), data("stock-take", question.id, "n", n)) for n in _OFFERED)
        return Message((say(f"stock-ask-pieces-{draft.step}", name=draft.name),), (row, (cancel,)))
    ledger = of_name(store.ledgers(request.db, request.its_team.id), draft.name)
    before = last_cost(ledger)
    rows: list[tuple[Button, ...]] = []
    if before is not None:
        as_before = say("button-stock-same", cost=Money(before, request.its_team.currency))
        rows.append((Button(as_before, data("stock-take", question.id, "c", before)),))
    if draft.step == Step.IN.value:
        rows.append((Button(say("button-stock-unknown"), data("stock-take", question.id, "u")), cancel))
    else:
        rows.append((cancel,))
    return Message((say("stock-ask-cost", name=draft.name),), tuple(rows))


def stocking(words: Collection[str]) -> Capability:
    """The reader of answers about stock. A line that begins with one of `words` is a command and no answer."""
    typing = Capability()

    @typing.answers(_QUESTION)
    def answered(request: Request, question: Question) -> Answers:
        """What was typed. A report is one, whatever is open."""
        if request.text.split()[0] in words or _is_report(request):
            return ()
        lead(request)
        draft = _decode(question)
        if draft.name is not None and (draft.pieces is not None or draft.step == Step.COST.value):
            return _cost_typed(request, draft)
        return _typed(request, draft)

    return typing


def _typed(request: Request, draft: Draft) -> Answers:
    """A product and its pieces, or of a product that is known its pieces."""
    told = read_told(request, request.text)
    if draft.name is not None and (told is None or told.name is not None):
        return (answer(say("stock-pieces-unclear")),)
    if told is None or (draft.name is None and told.name is None):
        return (answer(say("stock-step-unclear")),)
    return _taken(request, draft, told)


def _cost_typed(request: Request, draft: Draft) -> Answers:
    if request.text.strip().lower().rstrip("。.!！") in _UNKNOWN and draft.step == Step.IN.value:
        return _taken(request, draft, Told(), free=True)
    return _taken(request, draft, Told(cost=read_cost(request, request.text)))


def _is_report(request: Request) -> bool:
    return isinstance(read(request.text, context(request)), Records)


@stock.press("stock-take")
def taken(request: Request) -> Answers:
    """An answer that was offered: a number of pieces, the cost of the last time, or that nobody knows it."""
    request, question = pressed(request)
    if question.kind != _QUESTION or len(request.values) < 2:  # noqa: PLR2004
        raise Refusal(say("button-old"))
    lead(request)
    draft = _decode(question)
    match request.values[1]:
        case "n" if draft.pieces is None:
            return _go_on(request, question, draft, Told(pieces=request.number(2)))
        case "c" if draft.name is not None and 0 < request.number(2) < MINOR_LIMIT:
            return _taken(request, draft, Told(cost=request.number(2)))
        case "u" if draft.name is not None:
            return _taken(request, draft, Told(), free=True)
        case _:
            raise Refusal(say("button-old"))


def _go_on(request: Request, question: Question, draft: Draft, told: Told) -> Answers:
    """The next step in the same message, or the end."""
    following = replace(draft, pieces=told.pieces)
    _refuse_pieces(following)
    if draft.step == Step.COUNT.value:
        return _taken(request, draft, told)
    questions.go_on(request.db, question.id, following.encode(), request.now + PATIENCE)
    return (Answer(_question(request, question, following), question_slot(question)),)


@stock.press("stock-undo", who=Who.LEAD)
def undo(request: Request) -> Answers:
    """A step counts no more."""
    of_this_team(request, 0)
    number = request.number(1)
    found = store.get(request.db, request.its_team.id, number)
    if found is None:
        raise Refusal(say("stock-undone-already"))
    store.take_back(request.db, request.its_team.id, number, by=lead(request).id, at=request.now)
    said = say("stock-undone", name=found.name, n=found.move.pieces, step=found.move.step.value)
    return (answer(said, slot=_step_slot(number)), *running_low(request, {found.key}))


@stock.press("stock")
def turn(request: Request) -> Answers:
    """The list of products, in the place of what the button sits on or below it."""
    return (listed(request, request.number(0), request.number(1)),)


@stock.press("stock-slow")
def slow(request: Request) -> Answers:
    return (slow_page(request, request.number(0)),)


@stock.press("stock-product")
def open_one(request: Request) -> Answers:
    """One product."""
    of_this_team(request, 2)
    return (product_page(request, request.number(0), _known(request, request.number(1))),)


@stock.press("stock-step", who=Who.LEAD)
def step_pressed(request: Request) -> Answers:
    """Goods that come in, a count or a cost, of a product or of a new one."""
    of_this_team(request, 0)
    step = step_named(request.values[1]) if len(request.values) > 1 else None
    if step is None:
        raise Refusal(say("button-old"))
    product = request.number(2)
    return _begin(request, Draft(step.value, _known(request, product).name if product else None))


def _step_slot(number: int) -> str:
    return f"stock-step:{number}"
