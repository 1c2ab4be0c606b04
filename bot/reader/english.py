"""What English words and phrases mean in a report."""

from bot.reader.words import Word

ENGLISH: dict[Word, str] = {
    Word.ORDERS: """
        orders, order, new orders, fresh orders, odrs, odr, ordrs, ordr, deals, deal, transactions, transaction,
        total orders, number of orders,
        no. of orders, no of orders, # of orders, orders closed, order count, orders today, ords, ord,
        deals closed, sales orders, closed deals, paid orders, invoices, tickets closed
    """,
    Word.DEALS: "closed, close, closing",
    Word.SALES: "sales, sale, sold, today sales, total sales, sales total, sales today, daily sales, actual sales",
    Word.REVENUE: """
        gmv, revenue, takings, turnover, amount, net sales, gross sales, sales amount, total revenue,
        total amount, amt, rev, total takings, total paid, sales value, order value, amount paid,
        total collected, sales revenue, payment received, payments received, you have received,
        you've received, you received, received a payment, payment of
    """,
    Word.EARNED: """
        made, took in, brought in, collected, received, earned, cashed in, paid, grossed, gross, banked,
        income, did, took, brought
    """,
    Word.TOTAL: """
        total, totals, in total, altogether, all in, grand total, sum, totaling, totalling, ttl, in all,
        combined, tot, together
    """,
    Word.AVERAGE: """
        averaging, average of, avg of, average order, average order value, avg order, avg order value, aov,
        average basket, avg basket, avg, average
    """,
    Word.PIECES: "units, units sold, pieces sold, items sold, qty, quantity, items, total units, total items",
    Word.NEW: """
        new 客户, new 客, new 顾客, new, new customers, new customer, new clients, new client, new buyers,
        new buyer, newbie, newbies, new cust, new custs, new ppl, new people, first-time buyers,
        first-time buyer, first time buyers, first time buyer, newcomers, new ones, new accounts,
        new members, new member, first timers, first-timers, of them new, new faces, new one, new users,
        new shoppers
    """,
    Word.REPEAT: """
        repeat, repeats, returning, repeat customers, repeat customer, returning customers,
        returning customer, repeat buyers, repeat buyer, returning clients, repeat clients,
        returning buyers, old customers, regulars, repeat cust, repeat orders, returning cust,
        existing customers, returning client, repeat client
    """,
    Word.CONTACTS: """
        followers, new followers, contacts, contacts added, new contacts, follower, new contact,
        friends added, new friends, whatsapp contacts, new subscribers, subscribers, added contacts,
        ig followers, adds
    """,
    Word.INQUIRIES: """
        dm, inquiries, enquiries, inquiry, enquiry, dms, leads, new leads, new inquiries,
        messages received, new enquiries, lead, pm tepi, chats
    """,
    Word.VISITORS: """
        visitors, walk-ins, walk ins, walkins, footfall, foot traffic, walk-in, visitor, store visits,
        visits, store visitors, store traffic, uv
    """,
    Word.COMPLAINTS: "complaints, complaint, bad reviews, bad review, negative reviews, negative review",
    Word.PAYMENT: """
        cash, card, paypal, bank transfer, gcash, grabpay, tng, venmo, paynow, duitnow, zelle, maya,
        credit card, debit, online, transfer
    """,
    Word.SKIPPED: """
        profit, net profit, cost, costs, cogs, shipping, postage, delivery, delivery fee, commission,
        target, goal, daily target, today's target, monthly target, target today, mtd, month to date,
        conversion, conversion rate, balance, tax, fees, fee, margin, expenses, discount, calls,
        calls made, meetings, posts, views, likes, impressions, ytd, this month, so far this month,
        week to date, wtd, tips, tip, short of, to go, follow ups, follow-ups, pv, tomorrow's target,
        stock left, subtotal, rank, hours, vat, gst, demos, target for today, demo calls, page views,
        weekly total, monthly total, outstanding, pending
    """,
    Word.PIECE: """
        pcs, pc, pieces, piece, boxes, box, jars, jar, pairs, pair, packs, pack, bottles, bottle, sets,
        set, tubes, tube, bags, bag, cartons, carton, sachets, tubs, cans, packets, packet, bundles,
        bundle, item, unit, pkt, pkts, btls, btl, units of
    """,
    Word.PERSON: """
        customers, customer, people, ppl, clients, client, buyers, buyer, cust, custs, persons, shoppers,
        person
    """,
    Word.OTHER_UNIT: """
        am, pm, min, mins, minutes, minute, hours, hour, hr, hrs, h, days, day, weeks, week, months, month,
        years, year, yrs, yr, times, km, kg, g, ml, cm, mm, m, percent, points, pts, more, left, degrees,
        lbs, lb, oz, miles, mile, o'clock, oclock, noon, floor, mb, gb, p.m., a.m., p.m, a.m, st, nd, rd,
        th, marks, pages, s, secs, seconds, bedroom, level, cals, calories, guys, kids, l, mg, years old,
        yo, pax, friends, men, women, goals, rounds, steps, dollars off, off, nights, night, messages,
        msgs, smses, sms, songs, bus, lessons, exams, papers, modules, questions, chapters, tutorials
    """,
    Word.SOLD: "please log, pls log, please record, pls record, please add, pls add, log, forgot to log, logged",
    Word.BOUGHT: "ordered, bought, buys, purchased, picked up, placed, checked out, grabbed, ordering, paid for",
    Word.REFUND: """
        refund, refunds, refunded, return, returns, returned, gave back, money back, back to customers,
        refunding, sent back, returned and refunded, paid back, back to customer
    """,
    Word.RETURNS: """
        returned orders, cancelled orders, canceled orders, refunded orders, cancellations,
        number of refunds
    """,
    Word.CANCELLED: "cancelled, canceled, cancel, cancels, cancellation",
    Word.COMPLAINED: "complained, complains, complaining",
    Word.NO_SALE: """
        no sales, no sale, nothing sold, no orders, sold nothing, zero sales, zero orders,
        didn't sell anything, did not sell anything, nil sales, no closing, zero deals,
        didn't close anything, nothing closed, didnt sell anything, no sales yet
    """,
    Word.NOUGHT: "none, nil, n/a, zero, nought, nothing, nothing yet, nada, empty",
    Word.EACH: """
        each, per, apiece, ea, per piece, a piece, per box, per bottle, per order, each one, per unit,
        a pop, /ea, unit price, per pc, a box, a bottle, a jar, a pair, a set, a tube, per set, per jar,
        per pair
    """,
    Word.AT: "at, @",
    Word.ANOTHER: """
        another one, made a sale, got a sale, order came in, order just in, new order, another order,
        another sale, one more order,
        one more sale, another deal, one order, an order, a sale, first order, second order, third order,
        the first order, the second order, first sale, second sale, first sale of the day, a deal,
        one sale, one deal
    """,
    Word.ONE: "a, an",
    Word.YOU: "you, your, u, ur, yours, you're, youre, ya",
    Word.CONGRATULATION: "congrats, congratulations, kudos, well done, hats off, shoutout, shout out",
    Word.CUSTOMER: """
        mdm, puan, cik, encik, mr, mrs, ms, miss, madam, auntie, uncle, aunty, a lady, a guy, someone,
        friend, neighbour, neighbor, she, he, they, lady
    """,
    Word.SELLER: "name, agent, seller, rep, sales rep, salesperson, staff, consultant, reported by, submitted by, by",
    Word.FOR: "for, on behalf of",
    Word.SIDE: "'s, s'",
    Word.PRODUCT: "product, product name, item name",
    Word.DATE: "date, paid on, order date, payment date",
    Word.HEADLINE: """
        daily report, report, eod, eod report, today's numbers, numbers, end of day, recap, summary,
        daily numbers, daily update, update, daily summary, wrap up, wrap-up, todays numbers, team recap,
        sales report, sales update, team update, closing report, daily recap, team report, today's report
    """,
    Word.ORDER_NUMBER: """
        order number, order no, order no., order id, order #, invoice no, invoice #, order#, new order #,
        tracking number
    """,
    Word.RECIPIENT: "ship to, deliver to, recipient, address, shipping address, delivery address, send to",
    Word.TIME_OF_DAY: "morning, afternoon, evening, am shift, pm shift, lunchtime",
    Word.INCLUDING: "including, incl, incl., of which, includes, inc, out of which",
    Word.QUESTION: """
        no way, is it true, how many, how much, what, what's, whats, who, who's, when, where, why, which,
        can i, can you,
        can we, is it, did you, do you, does, how do, how, are you, will you, could, shall, should i,
        have you, is there, are there, any, anyone, anybody, wat, y, hw, wot, wen, wats, would you, isit,
        r u, did u, can u, u got
    """,
    Word.REQUEST: """
        please, pls, plz, wants, want, asked, asking, need, needs, wants a, would like, request, requested,
        asks, remember, dont forget, don't forget, approve, awaiting, always, never, remind, let me know,
        u want, requesting, send me, gimme, must
    """,
    Word.FUTURE: """
        will, tomorrow, tmr, tmrw, tml, tomolo, 2moro, 2morrow, tomorow, next week, next month, later,
        going to, gonna, soon, plan, planning, planned, expect, expecting, hope, hoping, hopefully, i'll, i'd be,
        i'd, he'd, she'd, we'd,
        he'll, she'll, we'll, they'll, ill, about to, on monday next, next, by friday, tonight at, wanna,
        would, might, pending payment, awaiting payment, unpaid, yet to pay, waiting for, waiting on,
        still waiting, not paid, not yet, hasn't paid, havent paid,
        coming, gg to, be ready
    """,
    Word.GOAL: """
        aim, aim for, aiming, target is, goal, goals, let's, lets, push for, need to hit, quota, challenge,
        target, on track, to hit, want to hit
    """,
    Word.IF: """
        dreamed, dreamt, dream, dreaming, bet,
        if, unless, suppose, imagine, in case, once, when you, only if, whenever, every, could have, wish,
        as long as, whoever, example, e.g., assume
    """,
    Word.RUNNING: """
        past week, past month, last 7 days, month to date, mtd, so far this year, this month,
        for the month, this year, ytd, so far this month, year to date, this quarter, to date,
        so far this week, week to date, this week, last month, last week, last year, running total,
        per day, a day, per month, a month, per week, a week, usually, on average, since, total so far,
        in nov, all year, in a week, the whole year
    """,
    Word.STOCK: """
        stock, in stock, parcel, parcels, tracking, sample, samples, free gift, gift, exchange, exchanged,
        swap, swapped, packed, shipped, delivered, left in, inventory, restock, restocked, arrived,
        freebie, freebies, courier, shipment, gave away, given away, to ship, to pack, dispatched
    """,
    Word.BUYING: """
        thanks for, thank you for, parking, toll, packaging, printing, carpark, my own refund, my refund,
        refunded me, my order,
        my orders, i bought, i ordered,
        we bought, i spent, spent, spend,
        i paid, we paid, rent, wage, wages, salary, owe, owes, owed, lunch, dinner, breakfast, bill, split,
        grab, taxi, petrol, angpow, ang pow, ang bao, bonus, i purchased, my commission, commission,
        borrow, borrowed, lend, lent, fare, fees, buy, buying, bought for me, coffee, food, eat, ate,
        pizza, i took, i placed, paid rent, cost me, costs, expensive, cheap, cheaper, my share, topped up,
        top up, u owe, restocking, from supplier, supplier, withdraw, donated, ticket, tickets, treat,
        hotel, fine, deposit slip, pocket money, allowance, loan, i got paid, school, ordered in,
        ordered for myself, for myself, invest, kopi, makan, drinks, beer, movie
    """,
    Word.PRAISE: """
        congrats, congratulations, wow, legend, well done, amazing, awesome, kudos, great job, good job,
        respect, top seller, salute, star, killing it, on fire, queen, king, proud, omg, whoa, beast,
        look at, crushing it, shout out, shoutout, applause, insane, impressive, hats off, bravo, catch up,
        what about you
    """,
    Word.OFFER: """
        flash sale, dm me, dm to order, promo, promotion, offer, buy 1, buy 2, buy 3, get 1, get one,
        discount, price list, pricelist, prices, price, limited time, free shipping, pm me, for sale,
        on sale, clearance, whatsapp me, grab yours, retail, rrp, wholesale, quote, quoted,
        negotiable, hurry, while stocks last, special, best price, preorder, pre-order, order now,
        starting from, starting at, from only, deal of the day, now only, selling for, selling at,
        sells for, going for, lowest, bargain, buy one, voucher, coupon, giveaway, last price, starts at,
        link in bio
    """,
    Word.PAST: """
        last christmas, when i started, back then, years ago, last year, used to, those days, once upon,
        in my first, back in, in 2019, in 2020, in 2021, in 2022, in 2023, in 2024, last summer, ever,
        my record, record was, before covid, first year, the time when, the other day, last time, long ago,
        as a kid, months ago
    """,
    Word.OUTSIDE: """
        airline, hospital, car, shares, stocks, crypto, bitcoin, house, bike, my phone, old phone, laptop,
        the old, an old, condo, iphone, ebay, carousell, my old, game, match, score, exam, ticket, tickets, hdb,
        guitar,
        my brother, my sister, my husband, my wife, my dad, my mum, my mom, my cousin, my neighbour sold,
        his phone, her phone, his car, her car, their page, their shop, their store, their stall, other shop,
        competitor, competitors, heard, i heard, heard that, rumour, rumor, whole team, the whole team,
        entire team, concert, novel,
        film, album, records, room, zoom, bus, stadium, million, copies, garage sale,
        yard sale
    """,
    Word.ABOUT: """
        around, about, approx, approximately, roughly, maybe, probably, nearly, almost, close to, over,
        more than, at least, less than, under, i think, like, ish, say, some, up to, or so, give or take,
        or more, above, below, not sure, guess
    """,
    Word.CORRECTION: """
        typo, my mistake, correction, change my last, amend, fix my last, update my last, change the last,
        edit my last, my last one, misreported, overreported, double counted, mistyped, my last entry,
        my last report, my last log, change my
    """,
    Word.RATHER: """
        should be, should have been, wrong, i meant, meant, mistake, supposed to be, instead of, make that,
        actually it was, correct that, change that, not
    """,
    Word.SPAN: """
        over the weekend, sat and sun, saturday and sunday, sat & sun, both days, weekend, two days,
        2 days, three days, 3 days, past two days, last two days, past few days, last few days,
        these two days, the weekend, this weekend, last weekend, these days, in two days, past 2 days,
        last 2 days, last 3 days, past 3 days, yesterday and today, today and yesterday, fri and sat,
        friday and saturday, thu and fri, thursday and friday
    """,
    Word.DEPOSIT: """
        deposit, downpayment, down payment, half paid, half now, paid half, partial payment, part payment,
        half upfront, paid a deposit, booking fee, rest later, balance later, half payment, first half,
        50% upfront, upfront, half the money
    """,
    Word.EARLIER: """
        the order, last order, his order, her order, their order, that one, that order, the last order,
        last one, earlier, the one above, above, previous, that last, the order above, that sale,
        earlier order, this order, the other one
    """,
    Word.VERSUS: "vs, versus, against, compared to",
    Word.OR: "or, or maybe",
    Word.FILLER: """
        another, i, we, my, our, the, of, in, with, and, was, were, is, are, today so far, just, so far,
        so, this, it, on, plus, also, us, me, now, out, by, all, been, have, then, still, only, finally,
        lol, haha, yay, only one, no., number, to, worth, done, again, day, value, team, already, i've,
        we've, today's, came, be, as, has, that, but, too, well, got, had, from, overall, actual, booked,
        kena, sia, shiok, siol, bro, only sia, hi, hey, ok, okay, managed, yay, yayy, yeah, yep, yes, yup,
        woohoo, woo hoo, woot, phew, whew, nice,
        great, cool,
        sweet, omg, hello, hallo, helo, hi all, hi team, hi boss, hey all, hey team, team, boss, sis, guys,
        all, everyone,
        morning all, good morning, good evening, good night, gn, thanks, thank you, thanks all, thx, ty, tq,
        lah, la, lor,
        leh, hor, liao, alhamdulillah, syukur, amen, cheers, done for today, wrapped up, gt, got it done,
        lucky, happy,
        so happy, tired, so tired, long day, slow day, busy day, good day, bad day, quiet day, yesss, yass,
        ohh, wah, walao,
        aiyo, here, mine, small win, quick update, shopee, lazada, tiktok, tiktok shop, instagram, ig, fb, facebook,
        whatsapp, wechat, amazon, etsy, website, offline, in store, instore, tokopedia, live, booth, bazaar,
        roadshow, store, shop, outlet, counter, mall, pop-up, stall
    """,
    Word.IDLE: """
        at all, order to, in order, made it, made me, made of, made up, made a, new year, newest, news,
        for sale, not bad, a few, made in, made by, hot deal, big deal, no deal, good deal, deal with,
        great deal, new to, did it, got it, what's new, whats new, closed for, is closed, was closed,
        close by, close the, closed the, return to, return home, return trip, in return, returned to,
        return ticket, returned home, returned from, happy returns, gross out, so gross, cancel out,
        lead to, leads to, total loss, in the house, made for, made from, made my, made the, made some,
        i'm wrong, im wrong, u r wrong, you're wrong, what's wrong, whats wrong, wrong with, wrong number, has a typo,
        a typo in, a typo on, typos, return it, returned it, return the, made sure, made out, made an,
        made him, made her, made them,
        made you, made u, took me, took in, it took, as new
    """,
}
