// The words return codes are made of: 1,024 short, common, kind English words, so three of them hold 30 bits. Sorted, none twice,
// no two that sound the same. Changing the list does no harm to codes already given: only their hashes are kept.
export const RETURN_WORDS: readonly string[] = `
able acorn across actor advice after again agree alarm album alive almond alpine always amber anchor angle animal answer anthem
apple apricot april apron arch arena arm aroma arrow art artist ash aspen atlas attic august autumn avenue awake baby back bacon
badge bag bagel bake baker balcony ball balloon bamboo banana band banjo bank barley barn barrel basil basin basket bath battery
bead beaker beam bean beard beaver bed beetle begin bell belt bench best better bicycle big bike bird biscuit blanket blend
blossom boat body bonnet book boot border bottle bottom bowl box branch brass brave breeze brick bridge bright bring bronze
brook broom brother brush bubble bucket bud buffet build bulb bunch bundle bus bush busy butter button buzz cabbage cabin cable
cactus cafe cake call calm camel camera camp canal candle canoe canvas canyon cape captain caramel caravan card careful cargo
carpet carrot carry cart castle cat catch cattle cave cedar celery cello chain chair chalk chapter charm cheek cheer cheese chef
cherry chess chicken chief child chimney chin choice choir chorus cinema circle circus city clap class clay clean clear clever
cliff climb clock cloth cloud clover club coach coast coat cobalt cocoa coconut coffee coin cold collar comb comet comfy common
compass concert cook cookie copper coral corn corner cosmos cotton count country cousin cover cow crab cradle craft crane crayon
cream creek cricket crisp crocus crop crowd crown crumb crystal cube cuckoo cup curl curry curve cycle daily daisy dance dancer
dawn day decade deep desk diary dinner dish diver dock doctor domino donkey door dot double dough dove dragon draw drawer dream
dress drift drink drive drum dry duck dune eager eagle early earth east easy echo egg elbow elder eleven elm ember engine enjoy
enough equal every extra eye fabric face fair falcon family fan far farm farmer fast father feast fence fern ferry fiddle field
fig film finch find finger finish fire first fish five flag flame flask fleet float flock floor flute foam fog fold folk food
foot forest fork forty fossil four fox frame free fresh friday fridge friend frog front frost fruit full funny game garage
garden garlic gate gather gecko gentle giant ginger give glad glass glide globe glove glow goat gold golden good goose gorge
grain grand grape grass gravel gravy green grey grill grin grove grow guest guide guitar gull gym habit hail half hammer hand
handle happy harp hat hawk hay hazel head health hear heart heavy hedge heel hello helmet help hen herb heron high hill hint hip
hobby holly home honest honey hood hoop hope horn hotel house hug humble hut ice idea igloo inch indigo ink inside invite iris
iron island ivory ivy jacket jaguar jam jar jazz jeans jelly jewel jigsaw job join joke jolly joy jug juice july jump june
jungle kayak keen keep kettle key kick kind kite kitten kiwi knee knock koala label lace ladder lagoon lake lamb lamp land large
lark last laugh laurel lava lawn leaf leap learn left leg lemon lemur lend lentil lesson letter level lift light lilac lily lime
line linen lion listen little lizard llama loaf local log long look loop lotus lounge love lucky lunch magic magnet magpie main
make mango manor mantle map maple marble march market maroon marsh match meadow meal mellow melody melon member menu merry metal
middle mile milk mill mind mint minute mirror mist mitten modern monday money monkey moon mosaic moss moth mother motor mouse
mouth move movie muffin mug mule museum music nail name napkin narrow nation nature neat neck needle nephew nest net news next
nice niece nine noble nod noodle noon north note novel nurse nut nutmeg oak oasis oats ocean olive onion open opera orange orbit
orchid order organ other otter oval oven owl oyster paddle page paint palace palm panda pansy papaya paper parade parcel park
parrot party pasta paste path patio peach peanut pearl pebble pecan pedal pen pencil pepper perch person petal piano picnic
pigeon pillow pilot pine pink pipe pizza place planet plant plate play player please plenty plum plus pocket poem poet point
polar polite pond pony pool poppy porch port potato powder pretty print prize proud puffin pulse puppy purple purse puzzle quail
quartz quick quiet quilt quince quiz rabbit race radio radish raft rail raisin ranch rapid raven ready reef rest rhyme ribbon
rice rich ride ripple rise river roast robin robot rocket roof room rope round ruby rug ruler run rural saddle sage sailor salad
salmon salt sand sandal satin saucer scarf school scone score scout screen seal season seat second secret seed seesaw send seven
shade shadow shape share shed sheep shelf shell shine ship shirt shoe shop short shout shovel show shower shy sign silk silver
simple sing singer sister six skate sketch ski skill skirt sky sleep sleeve slide slow small smile smooth snack snail snow soap
soccer sock sofa soft soil solar solid song soup south space spark speak spell spice spider spiral spoon sport spring sprout
square squash squid stable stage stamp stand star start statue steady steam stem step stick stone stool stop store stork storm
story stove straw stream street string strong studio sugar summer sunday sunny supper surf swan sweet swift swim swing syrup
table tablet tailor talent talk tall tango tape tart taste taxi teach team teapot temple ten tennis tent term thank thick thing
think third thirty thread three thumb ticket tidy tiger tile timber tiny toast today toffee tomato tooth topaz torch toucan
touch towel tower town toy track trail train travel tray tree trek trio trophy trout truck true trunk trust tuba tulip tuna
tunnel turkey turn turnip turtle twelve twenty twig twin uncle under union unit upper urban useful valley value vase velvet
verse vest vine violet violin visit voice vote voyage wafer wagon waiter walk wall walnut walrus waltz warm wash watch water
wave weave well west whale wheat wheel wicker wide wild willow wind window wing winter wise wish wolf wonder wool word work
world wren wrist yard yarn year yellow yes yoga yogurt young zebra zero zigzag zinc zipper
`
  .trim()
  .split(/\s+/)
