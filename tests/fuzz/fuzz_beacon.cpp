#include "protocol/beacon.h"
#include "tests/fuzz/fuzzcheck.h"

using namespace tincan;

namespace {

void checkRoom(const RoomBeacon &room)
{
    FUZZ_CHECK(room.port != 0 && room.people >= 0);
    FUZZ_CHECK(!room.name.isEmpty() && fuzz::isSafe(room.name) && !room.name.contains(u'\n'));
    FUZZ_CHECK(fuzz::isSafe(room.host) && !room.host.contains(u'\n'));
    const QByteArray written = writeBeacon(room);
    FUZZ_CHECK(written.size() <= beaconBytes);
    const auto again = readBeacon(written);
    FUZZ_CHECK(again && std::get_if<RoomBeacon>(&*again));
    FUZZ_CHECK(std::get<RoomBeacon>(*again) == room);
    FUZZ_CHECK(serviceNameFor(room).toUtf8().size() <= 63);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView datagram = fuzz::viewOf(data, size);
    if (const auto message = readBeacon(datagram)) {
        if (const auto *room = std::get_if<RoomBeacon>(&*message)) {
            checkRoom(*room);
        } else {
            FUZZ_CHECK(std::get<BeaconGoodbye>(*message).port != 0);
        }
    }
    // The same bytes as a service: its name, and a record per line.
    const QList<QByteArray> lines = datagram.toByteArray().split('\n');
    if (const auto room = readService(QString::fromUtf8(lines.first()), 4040, lines.mid(1))) {
        checkRoom(*room);
    }
    return 0;
}
