"""Two names that are one customer: a preview with both histories, the merge, and its undoing."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.audit import note
from bot.board import corrected
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.customer_book import (
    Seen,
    bought,
    in_pairs,
    message_at_hand,
    new_message,
    own_book,
    own_member,
    pressed,
    refuse_shared,
    seen,
    slot,
    summed,
    turning,
    unknown,
)  # fmt: skip
from bot.customers import called
from bot.locks import refuse_locked
from kpi.customers import Customer
from kpi.ids import CustomerId
from kpi.message import Button, Say, say
from storage import customers
from storage.customers import Merge

merge = Capability()

_PAGE = 12  # customers to choose from
_LATEST = 5  # purchases of each in the preview
_BETWEEN = re.compile(r"\s*(?:[,，、/>→]|->|=>| and | into |和|并入|合并到)\s*", re.IGNORECASE)


@merge.command(
    "merge",
    words=("合并",),
    where=Where.PRIVATE,
    zh=("/merge 小红 红姐", "合并 小红 红姐", "/merge"),
    en=("/merge Anna, Annie", "/merge"),
)
def show(request: Request) -> Answers:
    """What a merge of two names would do: the first becomes the second. Without names, the first to choose."""
    if not request.arguments:
        return (_pick(request, new_message(request, 2), 0),)
    gone, kept = _both(request)
    return (_preview(request, gone, kept, new_message(request, 2)),)


def _both(request: Request) -> tuple[Seen, Seen]:
    """The two who are named, in whichever way the text falls apart into two names that are known."""
    pairs = list(_pairs(request.arguments))
    if not pairs:
        raise Usage
    for one, other in pairs:
        gone, kept = _named(request, one), _named(request, other)
        if gone is not None and kept is not None:
            return gone, kept
    raise unknown(request, next(name for name in pairs[0] if _named(request, name) is None))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """What may be two names: by a sign or word between them, else by each space."""
    apart = _BETWEEN.split(text.strip())
    if len(apart) == 2 and all(apart):  # noqa: PLR2004 - two names
        yield apart[0], apart[1]
        return
    words = text.split()
    for at in range(1, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])


def _named(request: Request, name: str) -> Seen | None:
    """The customer of that name, as far as the person may merge them. A lead may, and reads no more than the counts."""
    found = customers.find(request.db, request.its_team.id, name)
    return _mergeable(request, found.id) if found else None


def _mergeable(request: Request, customer: CustomerId) -> Seen | None:
    own = seen(request, customer)
    if own is not None or not request.is_lead:
        return own
    purchases = customers.purchases(request.db, request.its_team.id, customer=customer)
    found = customers.get(request.db, request.its_team.id, customer)
    return Seen(found, tuple(purchases), whole=True) if found and purchases else None


@merge.press("merge-pick")
def pick(request: Request) -> Answers:
    """Another page of those to choose from."""
    return (_pick(request, message_at_hand(request), request.number(2)),)


def _pick(request: Request, number: int, page: int) -> Answer:
    """One's own customers, to say which of them is somebody else."""
    everybody = [standing.customer for standing in own_book(request, own_member(request).id)]
    of = (number, request.its_team.id)
    rows = _choices(everybody, page, lambda who: data("merge", *of, who.id, 0), lambda at: data("merge-pick", *of, at))
    asked = say("merge-which" if len(everybody) > 1 else "merge-too-few")
    return answer(asked, buttons=rows if len(everybody) > 1 else (), slot=slot(number))


def _choices(
    everybody: Sequence[Customer], page: int, chosen: Callable[[Customer], str], to: Callable[[int], str]
) -> tuple[tuple[Button, ...], ...]:
    """A button for each customer of a page, and those that turn it. `Refusal` for a page that there is no more."""
    here = everybody[page * _PAGE : (page + 1) * _PAGE]
    if page and not here:
        raise Refusal(say("button-old"))
    names = [Button(say("button-customer", name=called(who)), chosen(who)) for who in here]
    return (*in_pairs(names), *turning(page, more=len(everybody) > (page + 1) * _PAGE, to=to))


@merge.press("merge")
def choose(request: Request) -> Answers:
    """Of one's own customers, the one that a customer is the same as."""
    number = message_at_hand(request)
    gone, page = pressed(request, 2), request.number(3)
    refuse_shared(request, gone)
    others = [s.customer for s in own_book(request, own_member(request).id) if s.customer != gone.customer]
    of = (number, request.its_team.id, gone.customer.id)
    rows = _choices(others, page, lambda who: data("merge-ask", *of, who.id), lambda at: data("merge", *of, at))
    back = Button(say("button-back"), data("customer", *of))
    asked = say("merge-whom" if others else "merge-nobody", name=called(gone.customer))
    return (answer(asked, buttons=(*rows, (back,)), slot=slot(number)),)


@merge.press("merge-ask")
def preview(request: Request) -> Answers:
    number = message_at_hand(request)
    return (_preview(request, *_pressed_pair(request), number),)


@merge.press("merge-do")
def do(request: Request) -> Answers:
    """Merges, and offers to undo it. Locked days keep their counts."""
    number = message_at_hand(request)
    gone, kept = _pressed_pair(request)
    _refuse(request, gone, kept)
    by, team = own_member(request), request.its_team.id
    numbers = {"gone": gone.customer.id, "kept": kept.customer.id}
    merged, days = customers.merge(request.db, team, **numbers, by=by.id, at=request.now)
    refuse_locked(request, days)
    note(request, say("audit-customer-merged", **{name: str(of) for name, of in numbers.items()}), by=by)
    undo = Button(say("button-merge-undo"), data("merge-undo", number, team, merged.id))
    look = Button(say("button-customer", name=called(kept.customer)), data("customer", number, team, kept.customer.id))
    buttons = (undo, look) if seen(request, kept.customer.id) else (undo,)
    done = say("merge-done", gone=called(gone.customer), kept=called(kept.customer))
    return (
        answer(done, *_now(request, kept.customer.id), buttons=(buttons,), slot=slot(number)),
        *corrected(request.db, request.its_team, days),
    )


@merge.press("merge-undo")
def undo(request: Request) -> Answers:
    """Brings both back."""
    number = message_at_hand(request)
    merged = customers.merge_in_force(request.db, request.its_team.id, request.number(2))
    if merged is None or _mergeable(request, merged.kept) is None:
        raise Refusal(say("button-old"))
    refuse_shared(request, _whole(request, merged))
    by = own_member(request)
    days = customers.unmerge(request.db, request.its_team.id, merged, by=by.id, at=request.now)
    refuse_locked(request, days)
    note(request, say("audit-customer-unmerged", gone=str(merged.gone), kept=str(merged.kept)), by=by)
    both = customers.of_numbers(request.db, request.its_team.id, (merged.gone, merged.kept))
    said = say("merge-undone", gone=called(both[merged.gone]), kept=called(both[merged.kept]))
    parts = [line for one in (merged.gone, merged.kept) for line in _now(request, one)]
    return (answer(said, *parts, slot=slot(number)), *corrected(request.db, request.its_team, days))


def _whole(request: Request, merged: Merge) -> Seen:
    found = _mergeable(request, merged.kept)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _pressed_pair(request: Request) -> tuple[Seen, Seen]:
    """Both whose numbers a button carries. `Refusal` when they are nobody's business of who presses, or are one."""
    gone, kept = (_mergeable(request, CustomerId(request.number(index))) for index in (2, 3))
    if gone is None or kept is None:
        raise Refusal(say("button-old"))
    return gone, kept


def _refuse(request: Request, gone: Seen, kept: Seen) -> None:
    if gone.customer.id == kept.customer.id:
        raise Refusal(say("merge-same", name=called(kept.customer)))
    for one in (gone, kept):
        refuse_shared(request, one)


def _preview(request: Request, gone: Seen, kept: Seen, number: int) -> Answer:
    """Both histories, and the buttons that merge or leave it; in the message that `number` names."""
    _refuse(request, gone, kept)
    team = request.its_team.id
    do = Button(say("button-merge-do"), data("merge-do", number, team, gone.customer.id, kept.customer.id))
    swap = Button(say("button-merge-swap"), data("merge-ask", number, team, kept.customer.id, gone.customer.id))
    leave = Button(say("button-cancel"), data("merge-leave", number, team))
    asked = say("merge-ask", gone=called(gone.customer), kept=called(kept.customer))
    histories = [line for one in (gone, kept) for line in _history(request, one)]
    return answer(asked, *histories, say("merge-effect"), buttons=((do,), (swap, leave)), slot=slot(number))


@merge.press("merge-leave")
def leave(request: Request) -> Answers:
    return (answer(say("not-changed"), slot=slot(message_at_hand(request))),)


def _history(request: Request, one: Seen) -> Iterator[Say]:
    """What somebody bought, the latest first; for a lead to whom names are closed only how often."""
    standing, currency = one.standing, request.its_team.currency
    if seen(request, one.customer.id) is None:
        yield say("merge-part-closed", name=called(one.customer), n=standing.purchases)
        return
    yield say("merge-part", name=called(one.customer), bought=summed(standing, currency))
    for purchase in one.purchases[::-1][:_LATEST]:
        yield bought(request, purchase)
    more = len(one.purchases) - _LATEST
    if more > 0:
        yield say("customer-more", n=more)


def _now(request: Request, customer: CustomerId) -> Iterator[Say]:
    """How a customer stands now, for who may read it."""
    found = seen(request, customer)
    if found is not None:
        bought = summed(found.standing, request.its_team.currency)
        yield say("merge-part", name=called(found.customer), bought=bought)
