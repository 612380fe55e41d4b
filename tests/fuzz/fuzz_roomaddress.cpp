#include "protocol/roomaddress.h"
#include "tests/fuzz/fuzzcheck.h"

using namespace tincan;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = RoomAddress::parse(QString::fromUtf8(fuzz::viewOf(data, size)));
    const auto *address = std::get_if<RoomAddress>(&parsed);
    if (!address) {
        return 0;
    }
    FUZZ_CHECK(!address->host.isEmpty() && address->port != 0);
    FUZZ_CHECK(address->fingerprint.isEmpty() || address->fingerprint.size() == 32);
    FUZZ_CHECK(!address->host.contains(u'/') && !address->host.contains(u'@') && fuzz::isSafe(address->host));
    FUZZ_CHECK(RoomAddress::parse(address->toLink()) == parsed);
    const RoomAddress place{address->host, address->port, {}, {}};
    FUZZ_CHECK((RoomAddress::parse(address->toString()) == std::variant<RoomAddress, AddressProblem>(place)));
    return 0;
}
