#pragma once

namespace tincan {

/// A client's deadlines and intervals, in milliseconds.
struct ClientTiming
{
    int connect = 10'000;       ///< for the look-up of the name and TCP
    int tryNextAddress = 2'500; ///< before the next address of a name is tried
    int greeting = 1'000;       ///< a server that has not greeted by then speaks plain
    int welcome = 10'000;       ///< from hello to welcome
    int answer = 15'000;        ///< of any request
    int pingAfter = 12'000;     ///< without hearing anything
    int measureEvery = 60'000;  ///< the round trip
    int measureAgain = 3'000;   ///< after the first time, when both sides were busy
    int lostAfter = 28'000;     ///< without hearing anything
    int doubtAnswer = 5'000;    ///< to hear something once a connection is doubted
    int echo = 3'000;           ///< plain: for a post to come back
    int goodbye = 2'000;        ///< for what is queued to leave when closing
    int tooFastPause = 1'000;   ///< after the server found us too fast
    int retryFirst = 1'000;     ///< before the first new attempt
    int retryMost = 60'000;
    int stableAfter = 60'000; ///< a connection of that age starts the back-off anew
};

} // namespace tincan
