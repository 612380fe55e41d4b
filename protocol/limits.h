#pragma once

#include <QtGlobal>

namespace tincan {

/// Every limit of the protocol in one place. A server announces its own in the native greeting.
/// Text limits count bytes of UTF-8; name limits count Unicode code points.
struct Limits
{
    int messageBytes = 64 * 1024;
    int nameCharacters = 32;
    int roomNameCharacters = 64;
    int topicCharacters = 250;
    int statusCharacters = 80;     ///< what a member says about being away
    int reasonCharacters = 200;    ///< why somebody is kicked, banned or muted
    int slowSeconds = 6 * 60 * 60; ///< most between two messages of one member in a slow room
    int keepDays = 36'500;         ///< most that a room can be told to keep
    int keepEvents = 1'000'000'000;
    int searchCharacters = 250; ///< of what is looked for
    int searchTerms = 16;       ///< words and phrases of one search
    int idCharacters = 128;     ///< of a post id, request tag, session token or any other opaque word

    int floodBurst = 20; ///< messages at once, per connection; 0 switches flood control off
    int floodPerSecond = 10;

    int maxConnections = 1000;
    int maxPerAddress = 64; ///< loopback is exempt
    int maxHandshakes = 64; ///< TLS handshakes under way at the same time
    int maxRooms = 1000;
    int maxRoomsPerMember = 100;

    int outboxBytes = 4 * 1024 * 1024; ///< what may wait for a client that does not read
    int memberListMaximum = 200;       ///< larger rooms come without the list of their members
    int welcomeEvents = 50;            ///< events that a room brings to somebody without `resume`
    int pageEvents = 200;              ///< most events in one answer to `history`

    /// A native frame: the longest text with every byte escaped (six bytes each), and room for the other
    /// fields.
    qsizetype frameBytes() const { return qsizetype(messageBytes) * 6 + 16 * 1024; }

    friend bool operator==(const Limits &, const Limits &) = default;
};

/// Deadlines of the protocol, in milliseconds.
struct Timing
{
    int greetAfter = 300;        ///< from accepting a silent connection to greeting it
    int announceAfter = 1000;    ///< from accepting a silent connection to listing it as a member
    int awaitNul = 200;          ///< how long a NUL may follow a first LF
    int handshake = 10'000;      ///< from the first byte of TLS to an encrypted connection
    int handshakeYields = 1'000; ///< a handshake of that age makes room for others where all places are taken
    int pingAfter = 30'000;      ///< silence of a native client before it is pinged
    int goneAfter = 90'000;      ///< silence of a native client before its connection is ended
    int keepSession = 120'000;   ///< a lost member's id and name are kept
    int closingGrace = 2'000;    ///< for queued bytes to leave before a connection that ends is closed
    int slowGrace = 60'000;      ///< the same for a client that is cut off because it does not read
};

} // namespace tincan
