#include "protocol/dialectsniffer.h"
